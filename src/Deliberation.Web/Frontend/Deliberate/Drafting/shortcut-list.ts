import { say, type Words } from './words';

const keys: [string, string][] = [
  ['B', 'bold'],
  ['K', 'link'],
  ['Z', 'undo'],
  ['Y', 'redo'],
];

/** The shortcuts of the editor, to be read: none is a single key, and Tab leaves the text. */
export function shortcutList(words: Words, isMac = /Mac|iP/.test(navigator.platform)): HTMLElement {
  const all = document.createElement('details');
  const summary = document.createElement('summary');
  const list = document.createElement('ul');
  all.className = 'shortcuts';
  summary.textContent = say(words, 'shortcuts');
  const told = keys.map(([key, act]) => [`${isMac ? 'Cmd' : 'Ctrl'} + ${key}`, say(words, act)]);
  for (const [key = '', does = ''] of [...told, ['Tab', say(words, 'leave')]]) {
    const [item, pressed] = [document.createElement('li'), document.createElement('kbd')];
    pressed.textContent = key;
    item.append(pressed, ` ${does}`);
    list.append(item);
  }
  all.append(summary, list);
  return all;
}
