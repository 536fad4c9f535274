import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Words that someone looked for elsewhere and comes to read here. */
export interface Sought {
  words: string;
  /** Where they were when the page was made. */
  from: number;
}

const soughtPlaced = StateEffect.define<{ from: number; to: number }>();

/** Marks the words one came for; they are followed while people write. */
export const sought = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, tr) {
    marks = marks.map(tr.changes);
    for (const effect of tr.effects) {
      if (!effect.is(soughtPlaced)) continue;
      marks = Decoration.set([Decoration.mark({ tagName: 'mark' }).range(effect.value.from, effect.value.to)]);
    }
    return marks;
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

/** Whoever comes for some words is led to them, and not to the top of the text. */
export function leadToSought(page: Element, view: EditorView, led: () => void): void {
  const wanted = soughtIn(page);
  page.querySelector('[data-sought]')?.remove();
  // The place on the screen is known once the editor is drawn.
  if (wanted) requestAnimationFrame(() => goTo(view, wanted) && led());
}

/** What the page shows to those without scripts; null when one came for the whole text. */
function soughtIn(page: Element): Sought | null {
  const mark = page.querySelector('[data-sought] mark');
  if (!mark) return null;
  return { words: mark.textContent ?? '', from: mark.previousSibling?.textContent?.length ?? 0 };
}

/** Others may have written since the page was made: the same words, nearest to where they were. */
export function nearest(text: string, { words, from }: Sought): number {
  const before = text.lastIndexOf(words, from);
  const after = text.indexOf(words, from);
  return before < 0 || (after >= 0 && after - from < from - before) ? after : before;
}

/** Marks the words and brings them, and whoever goes on by keyboard, there. */
function goTo(view: EditorView, sought: Sought): boolean {
  const from = sought.words ? nearest(view.state.doc.toString(), sought) : -1;
  if (from < 0) return false;
  view.dispatch({
    selection: { anchor: from },
    effects: [
      soughtPlaced.of({ from, to: from + sought.words.length }),
      EditorView.scrollIntoView(from, { y: 'center' }),
    ],
  });
  return true;
}
