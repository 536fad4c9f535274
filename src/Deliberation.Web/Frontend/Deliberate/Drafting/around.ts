import type { EditorView } from '@codemirror/view';
import type { Begun } from './begun';
import type { Peer, PeerCursor } from './remote-cursors';
import type { Status } from './status';

/** What the session asks of the page around it. */
export interface Around {
  /** The editor, made now from the text when there is none yet. */
  editor(text: string, version: number, clientId: string): EditorView;
  /** What was typed before there was an editor; null when nothing was. */
  begun(): Begun | null;
  status(status: Status): void;
  rights(mayWrite: boolean, frozen: string | null): void;
  refused(sentence: string): void;
  peers(peers: Peer[], me: number): void;
  cursors(cursors: PeerCursor[]): void;
  changedBy(author: number): void;
  /** Something was said in the margin of the text. */
  noted(): void;
  /** Is there room in this browser for what is not sent yet? */
  kept(isKept: boolean): void;
}
