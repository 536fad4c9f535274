import { redo, undo } from '@codemirror/commands';
import { EditorSelection, type ChangeSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { say, type Words } from './words';

type Act = (view: EditorView) => void;

function wrap(mark: string, placeholder = ''): Act {
  return (view) =>
    view.dispatch(
      view.state.changeByRange((range) => {
        const text = view.state.sliceDoc(range.from, range.to) || placeholder;
        const from = range.from + mark.length;
        return {
          changes: { from: range.from, to: range.to, insert: mark + text + mark },
          range: EditorSelection.range(from, from + text.length),
        };
      }),
    );
}

/** Puts the mark before each line of the selection, or takes it away when all have it. */
function prefix(mark: string): Act {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const lines = [];
    for (let at = view.state.doc.lineAt(from); ; at = view.state.doc.line(at.number + 1)) {
      lines.push(at);
      if (at.to >= to || at.number === view.state.doc.lines) break;
    }
    const all = lines.every((line) => line.text.startsWith(mark));
    const changes: ChangeSpec[] = lines
      .filter((line) => all || !line.text.startsWith(mark))
      .map((line) => (all ? { from: line.from, to: line.from + mark.length } : { from: line.from, insert: mark }));
    const change = view.state.changes(changes);
    view.dispatch({ changes: change, selection: view.state.selection.map(change, 1) });
  };
}

function link(placeholder: string): Act {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const text = view.state.sliceDoc(from, to) || placeholder;
    const address = from + text.length + 3;
    view.dispatch({
      changes: { from, to, insert: `[${text}](https://)` },
      selection: EditorSelection.range(address, address + 8),
    });
  };
}

/** Buttons in words; each leaves the hand on the text. */
export function toolbar(words: Words, view: () => EditorView | null): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'editor-toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', say(words, 'toolbar'));
  const acts: [string, Act][] = [
    ['heading', prefix('## ')],
    ['list', prefix('- ')],
    ['bold', wrap('**')],
    ['quote', prefix('> ')],
    ['link', link(say(words, 'linkText'))],
    ['undo', (editor) => undo(editor)],
    ['redo', (editor) => redo(editor)],
  ];
  for (const [key, act] of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = say(words, key);
    if (key === 'undo') button.className = 'apart';
    button.addEventListener('click', () => {
      const editor = view();
      if (!editor || editor.state.readOnly) return;
      act(editor);
      editor.focus();
    });
    bar.append(button);
  }
  return bar;
}
