import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Place } from './text-margin';

/** Where words are that someone remarked on, in the text as it stands here. */
export const notesPlaced = StateEffect.define<Place[]>();

/** Marks the words that the margin is about; they are followed while people write. */
export const anchored = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, tr) {
    marks = marks.map(tr.changes);
    for (const effect of tr.effects) {
      if (!effect.is(notesPlaced)) continue;
      const length = tr.state.doc.length;
      const ranges = effect.value
        .map(({ id, from, to }) => ({ id, from: Math.min(from, length), to: Math.min(to, length) }))
        .filter(({ from, to }) => from < to)
        .map(({ id, from, to }) => Decoration.mark({ class: 'anchored', attributes: { 'data-note': id } }).range(from, to));
      marks = Decoration.set(ranges, true);
    }
    return marks;
  },
  provide: (marks) => EditorView.decorations.from(marks),
});
