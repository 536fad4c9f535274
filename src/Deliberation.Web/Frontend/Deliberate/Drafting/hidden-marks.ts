import { syntaxTree } from '@codemirror/language';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';

const hidden = Decoration.replace({});
const lines: Record<string, Decoration> = {
  ATXHeading1: Decoration.line({ class: 'md-title md-title-1' }),
  ATXHeading2: Decoration.line({ class: 'md-title md-title-2' }),
  ATXHeading3: Decoration.line({ class: 'md-title' }),
  ATXHeading4: Decoration.line({ class: 'md-title' }),
  Blockquote: Decoration.line({ class: 'md-quote' }),
};
const inline: Record<string, Decoration> = {
  StrongEmphasis: Decoration.mark({ class: 'md-strong' }),
  Emphasis: Decoration.mark({ class: 'md-emphasis' }),
  Link: Decoration.mark({ class: 'md-link' }),
};
const note = Decoration.mark({ class: 'md-note' });
const marks = new Set(['HeaderMark', 'EmphasisMark', 'LinkMark', 'QuoteMark', 'URL']);

/** May a published text link there? The server holds the same rule. */
export function isGoodAddress(address: string): boolean {
  return /^(https?:\/\/[^\s\\/?#@]+\.[^\s\\/?#@]+(?:[/?#][^\s\\]*)?|mailto:[^\s@]+@\S+|tel:[+\d\-.()]+|#\S*)$/i.test(address);
}

export interface Marks {
  decorations: Range<Decoration>[];
  badLinks: number;
}

/** What is hidden and how words look, on the lines given; marks stay in sight on the lines one is writing on. */
export function marksIn(state: EditorState, from: number, to: number, isWriting: boolean, badLink: string, tree = syntaxTree(state)): Marks {
  const decorations: Range<Decoration>[] = [];
  let badLinks = 0;
  const isHere = (at: number): boolean => {
    const line = state.doc.lineAt(at);
    return isWriting && state.selection.ranges.some((range) => range.from <= line.to && range.to >= line.from);
  };
  tree.iterate({
    from,
    to,
    enter(node) {
      if (node.name in lines) {
        for (let at = node.from; at <= node.to; ) {
          const line = state.doc.lineAt(at);
          decorations.push((lines[node.name] as Decoration).range(line.from));
          at = line.to + 1;
        }
      } else if (node.name === 'Link' && /^\[\^\d+\]$/.test(state.sliceDoc(node.from, node.to))) {
        // The call of a note, which the grammar takes for a link.
        decorations.push(note.range(node.from, node.to));
        return false;
      } else if (node.name in inline && node.from < node.to) {
        decorations.push((inline[node.name] as Decoration).range(node.from, node.to));
      } else if (marks.has(node.name) && node.from < node.to) {
        const isLink = node.node.parent?.name === 'Link';
        if (node.name === 'URL' && isLink && !isGoodAddress(state.sliceDoc(node.from, node.to))) {
          badLinks++;
          decorations.push(Decoration.mark({ class: 'md-bad-link', attributes: { title: badLink } }).range(node.from, node.to));
          return;
        }
        if ((node.name === 'URL' && !isLink) || (node.name === 'LinkMark' && !isLink) || isHere(node.from)) return;
        // The space after # and > goes with it.
        const isLead = node.name === 'HeaderMark' || node.name === 'QuoteMark';
        const end = isLead && state.sliceDoc(node.to, node.to + 1) === ' ' ? node.to + 1 : node.to;
        decorations.push(hidden.range(node.from, end));
      }
    },
  });
  return { decorations, badLinks };
}

/** Markdown that does not look like Markdown. */
export function hiddenMarks(badLink: string, linksChecked: (bad: number) => void) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      #bad = 0;

      constructor(view: EditorView) {
        this.decorations = this.#draw(view);
      }

      update(update: ViewUpdate): void {
        const isNew = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.selectionSet || update.viewportChanged || update.focusChanged || isNew)
          this.decorations = this.#draw(update.view);
      }

      #draw(view: EditorView): DecorationSet {
        const drawn = view.visibleRanges.map(({ from, to }) => marksIn(view.state, from, to, view.hasFocus, badLink));
        const bad = drawn.reduce((sum, { badLinks }) => sum + badLinks, 0);
        if (bad !== this.#bad) linksChecked((this.#bad = bad));
        return Decoration.set(
          drawn.flatMap(({ decorations }) => decorations),
          true,
        );
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
