/** Drawn on 20 by 20, by one line. */
const lines: Record<string, string> = {
  heading: 'M5 4v12M15 4v12M5 10h10',
  list: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  quote: 'M4 5v10M8 7h9M8 13h6',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1',
  preview: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  write: 'M4 16l1-4 8-8 3 3-8 8zM11 6l3 3',
  undo: 'M7 4L3 8l4 4M3 8h9a4 4 0 0 1 0 8h-2',
  redo: 'M13 4l4 4-4 4M17 8H8a4 4 0 0 0 0 8h2',
  numbers: 'M8 5h9M8 10h9M8 15h9M3 4.5l1-.7V7.5M3 13h2l-2 3h2',
  footnote: 'M4 6h7M4 10h5M4 14h9M15 4.5l1.5-.8V8',
  table: 'M3 4h14v12H3zM3 8.5h14M9 4v12',
  punctuation: 'M9 6l-4 4 4 4M15 6l-4 4 4 4',
};

/** A picture beside a word, for those who go by the shape; nothing to read aloud. */
function icon(name: string): SVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('class', 'tool-icon');
  line.setAttribute('d', lines[name] ?? '');
  drawing.append(line);
  return drawing;
}

/** A tool told by a picture and a word; the word is its name. */
export function told(name: string, word: string): [SVGElement, HTMLElement] {
  const text = document.createElement('span');
  text.className = 'tool-word';
  text.textContent = word;
  return [icon(name), text];
}
