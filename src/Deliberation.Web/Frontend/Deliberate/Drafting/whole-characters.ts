import { EditorState, type ChangeSpec, type Transaction } from '@codemirror/state';

/** The longest text the server takes, in UTF-16 units. */
export const longestText = 100_000;

/** Replaces half characters and NUL, which no text may hold. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]|\0/g, (found) => (found.length === 2 ? found : '\uFFFD'));
}

function isCut(state: EditorState, at: number): boolean {
  const code = state.sliceDoc(at, at + 1).charCodeAt(0);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

function widened(tr: Transaction): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  tr.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const from = isCut(tr.startState, fromA) ? fromA - 1 : fromA;
    const to = isCut(tr.startState, toA) ? toA + 1 : toA;
    const insert = tr.startState.sliceDoc(from, fromA) + inserted.toString() + tr.startState.sliceDoc(toA, to);
    changes.push({ from, to, insert: wellFormed(insert) });
  });
  return changes;
}

function isSound(tr: Transaction): boolean {
  let sound = true;
  tr.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const text = inserted.toString();
    sound &&= !isCut(tr.startState, fromA) && !isCut(tr.startState, toA) && wellFormed(text) === text;
  });
  return sound;
}

/** Keeps what is typed within what the server accepts: whole characters, and not too many. */
export function wholeCharacters(tooLong: () => void) {
  return EditorState.transactionFilter.of((tr) => {
    if (!tr.docChanged) return tr;
    if (tr.newDoc.length > longestText && tr.newDoc.length > tr.startState.doc.length) {
      tooLong();
      return [];
    }
    if (isSound(tr)) return tr;
    return { changes: widened(tr), effects: tr.effects, scrollIntoView: tr.scrollIntoView };
  });
}
