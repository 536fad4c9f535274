/** What is read of a pasted node; the browser's own nodes are such. */
export interface PastedNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<PastedNode>;
  getAttribute?(name: string): string | null;
}

const left = new Set(['SCRIPT', 'STYLE', 'HEAD', 'META', 'LINK', 'TITLE', 'IMG', 'SVG', 'IFRAME', 'OBJECT', 'TEMPLATE', 'NOSCRIPT']);

/** Pasted words as Markdown, with the few marks a published text knows; what Word and web pages add is left out. */
export function toMarkdown(root: PastedNode): string {
  return block(root)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same with its notes numbered after those of the text it comes into. */
export function withNotesAfter(pasted: string, text: string): string {
  const last = Math.max(0, ...[...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)));
  return pasted.replace(/\[\^(\d+)\]/g, (_, number: string) => `[^${Number(number) + last}]`);
}

function block(node: PastedNode, indent = ''): string {
  return children(node)
    .map((child) => piece(child, indent))
    .join('');
}

function piece(node: PastedNode, indent: string): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (node.nodeType !== 1 || isLeftOut(node)) return '';
  const name = node.nodeName.toUpperCase();
  const inner = () => block(node, indent);
  switch (name) {
    case 'H1':
    case 'H2':
      return paragraph(`## ${line(node)}`);
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return paragraph(`### ${line(node)}`);
    case 'B':
    case 'STRONG':
      return /font-weight:\s*(normal|400)/.test(style(node)) ? inner() : marked('**', inner());
    case 'I':
    case 'EM':
      return /font-style:\s*normal/.test(style(node)) ? inner() : marked('*', inner());
    case 'A':
      return link(node, inner());
    case 'BR':
      return '\n';
    case 'UL':
    case 'OL':
      return `\n${list(node, indent, name === 'OL')}\n`;
    case 'BLOCKQUOTE':
      return paragraph(inner().trim().replace(/^/gm, '> '));
    case 'TABLE':
      return paragraph(table(node));
    case 'P':
    case 'DIV':
    case 'SECTION':
    case 'ARTICLE':
    case 'TR':
      return isWordListItem(node) ? `\n- ${line(node)}` : paragraph(inner());
    default:
      return inner();
  }
}

function list(node: PastedNode, indent: string, isNumbered: boolean): string {
  let number = 0;
  return children(node)
    .map((item) => {
      const name = item.nodeName.toUpperCase();
      // Web pages also put a list right inside a list.
      if (name === 'UL' || name === 'OL') return list(item, `${indent}  `, name === 'OL');
      if (name !== 'LI') return '';
      const mark = isNumbered ? `${++number}. ` : '- ';
      return `${indent}${mark}${block(item, `${indent}  `).trim().replace(/\n{2,}/g, '\n')}`;
    })
    .filter((item) => item !== '')
    .join('\n');
}

/** Cells that Word merged take their places, so that the others stay in their column. */
function table(node: PastedNode): string {
  const lines = all(node, 'TR');
  const rows: string[][] = lines.map(() => []);
  lines.forEach((line, y) => {
    for (const cell of children(line).filter((child) => /^T[HD]$/i.test(child.nodeName))) {
      const from = firstFree(rows[y] ?? []);
      const [right, below] = [from + span(cell, 'colspan'), Math.min(y + span(cell, 'rowspan'), rows.length)];
      for (let row = y; row < below; row++) for (let at = from; at < right; at++) (rows[row] as string[])[at] = '';
      (rows[y] as string[])[from] = inCell(cell);
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return rows.flat().join('\n\n');
  const written = rows.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`);
  return [written[0], `|${' --- |'.repeat(width)}`, ...written.slice(1)].join('\n');
}

const inCell = (cell: PastedNode): string => line(cell).replace(/\|/g, '\\|');

const span = (cell: PastedNode, name: string): number => Math.min(20, Math.max(1, Number(cell.getAttribute?.(name)) || 1));

function firstFree(row: string[]): number {
  const free = Array.from(row).indexOf(undefined as never);
  return free < 0 ? row.length : free;
}

function link(node: PastedNode, words: string): string {
  const address = node.getAttribute?.('href') ?? '';
  const text = words.trim();
  const [, number, told] = /#_(?:ft|ed)n(?:(\d+)|ref(\d+))$/.exec(address) ?? [];
  if (number) return `[^${number}]`;
  if (told) return `[^${told}]:`;
  if (!/^(https?:|mailto:)/i.test(address) || text === '') return words;
  return text === address ? address : `[${text}](${address.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}

/** Marks hold on to words: the spaces go outside, and nothing is marked when there is no word. */
function marked(mark: string, words: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === '' || inner.includes('\n') || inner.startsWith(mark) ? words : `${before}${mark}${inner}${mark}${after}`;
}

const line = (node: PastedNode): string => block(node).replace(/\s+/g, ' ').trim();

const paragraph = (words: string): string => `\n\n${words.trim()}\n\n`;

const children = (node: PastedNode): PastedNode[] => Array.from(node.childNodes);

const all = (node: PastedNode, name: string): PastedNode[] =>
  children(node).flatMap((child) => (child.nodeName.toUpperCase() === name ? [child] : all(child, name)));

const style = (node: PastedNode): string => node.getAttribute?.('style') ?? '';

const isWordListItem = (node: PastedNode): boolean => /MsoListParagraph/.test(node.getAttribute?.('class') ?? '');

/** Word draws its bullets as words, and hides its own notes in the page. */
function isLeftOut(node: PastedNode): boolean {
  return left.has(node.nodeName.toUpperCase()) || /mso-list:\s*Ignore|display:\s*none/i.test(style(node));
}
