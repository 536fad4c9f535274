import { redo, undo } from '@codemirror/commands';
import { EditorSelection, type ChangeSpec } from '@codemirror/state';
import type { EditorView, KeyBinding } from '@codemirror/view';
import { announce } from '../../site/announce';
import { told } from './icons';
import { corrections } from './punctuation';
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

/** A note is called where one writes, and told at the end of the text. */
function footnote(placeholder: string): Act {
  return (view) => {
    const { doc, selection } = view.state;
    const numbers = [...doc.toString().matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
    const name = `[^${Math.max(0, ...numbers) + 1}]`;
    const told = `${doc.lines > 1 && doc.line(doc.lines).text === '' ? '\n' : '\n\n'}${name}: `;
    const end = doc.length + name.length + told.length;
    view.dispatch({
      changes: [
        { from: selection.main.to, insert: name },
        { from: doc.length, insert: told + placeholder },
      ],
      selection: EditorSelection.range(end, end + placeholder.length),
      scrollIntoView: true,
    });
  };
}

function table(column: string): Act {
  return (view) => {
    const line = view.state.doc.lineAt(view.state.selection.main.to);
    const rows = `| ${column} 1 | ${column} 2 |\n| --- | --- |\n|  |  |`;
    const before = line.text === '' ? '' : '\n\n';
    const from = line.to + before.length + 2;
    view.dispatch({
      changes: { from: line.to, insert: `${before}${rows}\n` },
      selection: EditorSelection.range(from, from + column.length + 2),
    });
  };
}

/** Corrects the selection, or the whole text; one undo takes it all back. */
function punctuation(words: Words): Act {
  return (view) => {
    const { from, to, empty } = view.state.selection.main;
    const start = empty ? 0 : from;
    const found = corrections(view.state.sliceDoc(start, empty ? view.state.doc.length : to));
    if (found.length)
      view.dispatch({ changes: found.map((one) => ({ ...one, from: one.from + start, to: one.to + start })) });
    announce(say(words, found.length ? 'punctuationDone' : 'punctuationNone', { count: found.length }));
  };
}

const bold = wrap('**');

export function shortcuts(words: Words): KeyBinding[] {
  const act = (run: Act) => (view: EditorView) => {
    if (!view.state.readOnly) run(view);
    return !view.state.readOnly;
  };
  return [
    { key: 'Mod-b', run: act(bold) },
    { key: 'Mod-k', run: act(link(say(words, 'linkText'))) },
  ];
}

/** Buttons in words; each leaves the hand on the text. The preview brings its own. */
export function toolbar(words: Words, view: () => EditorView | null, preview: HTMLElement): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'editor-toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', say(words, 'toolbar'));
  const button = ([key, act, keys]: [string, Act, string?]): HTMLElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.append(...told(key, say(words, key)));
    if (keys) made.setAttribute('aria-keyshortcuts', keys);
    made.addEventListener('click', () => {
      const editor = view();
      if (!editor || editor.state.readOnly) return;
      act(editor);
      editor.focus();
    });
    return made;
  };
  const more = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = say(words, 'more');
  more.append(
    summary,
    button(['numbers', prefix('1. ')]),
    button(['footnote', footnote(say(words, 'noteText'))]),
    button(['table', table(say(words, 'tableText'))]),
    button(['punctuation', punctuation(words)]),
  );
  const undoing = button(['undo', (editor) => undo(editor), 'Control+Z']);
  const redoing = button(['redo', (editor) => redo(editor), 'Control+Y']);
  undoing.className = 'apart arrow';
  redoing.className = 'arrow';
  // On a phone an open list of tools leaves little room for the text.
  bar.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) more.open = false;
  });
  bar.append(
    button(['heading', prefix('## ')]),
    button(['list', prefix('- ')]),
    button(['bold', bold, 'Control+B']),
    button(['quote', prefix('> ')]),
    button(['link', link(say(words, 'linkText')), 'Control+K']),
    more,
    preview,
    undoing,
    redoing,
  );
  return bar;
}
