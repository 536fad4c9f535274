import { Annotation, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

export interface Peer {
  number: number;
  name: string;
  hand: number;
  pages: number[];
}

export interface PeerCursor {
  page: number;
  number: number;
  anchor: number;
  head: number;
}

interface Shown {
  peers: Peer[];
  cursors: Map<number, PeerCursor>;
}

export const peersChanged = StateEffect.define<Peer[]>();
export const cursorsMoved = StateEffect.define<PeerCursor[]>();
export const byOthers = Annotation.define<boolean>();

class Caret extends WidgetType {
  constructor(private readonly peer: Peer) {
    super();
  }

  override eq(other: Caret): boolean {
    return other.peer.number === this.peer.number && other.peer.name === this.peer.name;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    const name = document.createElement('span');
    caret.className = `remote-caret hand-${this.peer.hand}`;
    // Presence is told by the list beside the text; here the names would interrupt the reading.
    caret.setAttribute('aria-hidden', 'true');
    name.className = 'name';
    // Drawn by the style sheet: a name is not a word of the text, to copy or to read aloud.
    name.dataset.name = this.peer.name;
    caret.append(name);
    return caret;
  }
}

const field = StateField.define<Shown>({
  create: () => ({ peers: [], cursors: new Map() }),
  update(shown, tr) {
    let { peers, cursors } = shown;
    if (tr.docChanged) {
      cursors = new Map(
        [...cursors].map(([page, at]) => [
          page,
          { ...at, anchor: tr.changes.mapPos(at.anchor, 1), head: tr.changes.mapPos(at.head, 1) },
        ]),
      );
    }
    for (const effect of tr.effects) {
      if (effect.is(peersChanged)) {
        peers = effect.value;
        const pages = new Set(peers.flatMap((peer) => peer.pages));
        cursors = new Map([...cursors].filter(([page]) => pages.has(page)));
      } else if (effect.is(cursorsMoved)) {
        cursors = new Map([...cursors, ...effect.value.map((at): [number, PeerCursor] => [at.page, at])]);
      }
    }
    return peers === shown.peers && cursors === shown.cursors ? shown : { peers, cursors };
  },
  provide: (shown) => EditorView.decorations.compute([shown, 'doc'], (state) => draw(state.field(shown), state.doc.length)),
});

function draw({ peers, cursors }: Shown, length: number): DecorationSet {
  const marks = [];
  for (const { number, anchor, head } of cursors.values()) {
    const peer = peers.find((candidate) => candidate.number === number);
    if (!peer) continue;
    const [from, to] = [Math.min(anchor, head, length), Math.min(Math.max(anchor, head), length)];
    if (from < to) marks.push(Decoration.mark({ class: `remote-selection hand-${peer.hand}` }).range(from, to));
    marks.push(Decoration.widget({ widget: new Caret(peer), side: 1 }).range(Math.min(head, length)));
  }
  return Decoration.set(marks, true);
}

export const remoteCursors = field;
