import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, type EditorState, type Transaction } from '@codemirror/state';

/** An accepted change: open page, sequence, author's number, change. */
export interface Update {
  c: string;
  s: number;
  n: number;
  d: unknown;
}

/** The same as the server sends it: what the change keeps at its end is not said. */
export type WireUpdate = [page: string, sequence: number, author: number, change: WireSection[]];

type WireSection = number | [number, ...string[]];

/** An update made whole again, for a text of this length. */
export function whole([c, s, n, change]: WireUpdate, length: number): Update {
  const said = change.reduce<number>((sum, section) => sum + (typeof section === 'number' ? section : section[0]), 0);
  return { c, s, n, d: said < length ? [...change, length - said] : change };
}

/** What is sent to be written. */
export interface Push {
  version: number;
  first: number;
  changes: unknown[];
}

/** The hub takes messages of 32 kB: leave room for the envelope. */
const mostBytes = 24_000;

export function sharing(version: number, clientID: string) {
  return collab({ startVersion: version, clientID });
}

/**
 * Takes what was accepted, one version at a time: composing several first may end elsewhere than on the server
 * when words were written between two deletions of others.
 */
export function received(state: EditorState, updates: readonly Update[]): Transaction[] {
  const transactions: Transaction[] = [];
  for (const update of updates) {
    const changes = ChangeSet.fromJSON(update.d);
    const transaction = receiveUpdates(state, [{ clientID: update.c, changes }]);
    transactions.push(transaction);
    state = transaction.state;
  }
  return transactions;
}

/** A name for an open page. Short, for it travels with every change: two pages of a text in 10¹⁴ would share one. */
export function pageName(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte % 64]).join('');
}

/** The first unconfirmed changes, as many as one message carries; null when there are none. */
export function toSend(state: EditorState, confirmed: number, atMost = mostBytes): Push | null {
  const changes: unknown[] = [];
  let bytes = 0;
  for (const update of sendableUpdates(state)) {
    const change = update.changes.toJSON();
    bytes += new TextEncoder().encode(JSON.stringify(change)).length + 1;
    if (changes.length > 0 && bytes > atMost) break;
    changes.push(change);
  }
  return changes.length ? { version: getSyncedVersion(state), first: confirmed, changes } : null;
}

/** A change too large for one message, as pieces of JSON to send ahead; nothing when it fits. */
export function inParts(changes: unknown[]): string[] {
  const json = JSON.stringify(changes);
  if (new TextEncoder().encode(json).length <= mostBytes) return [];
  // Six bytes at most for a unit once it is quoted again.
  const length = Math.floor(mostBytes / 6);
  return Array.from({ length: Math.ceil(json.length / length) }, (_, i) => json.slice(i * length, (i + 1) * length));
}

export const syncedVersion = getSyncedVersion;

export const waits = (state: EditorState): boolean => sendableUpdates(state).length > 0;

/** From here to the synced version, which is what others know. */
export function toSynced(state: EditorState, position: number): number {
  return [...sendableUpdates(state)]
    .reverse()
    .reduce((at, update) => update.changes.invertedDesc.mapPos(at, 1), position);
}

/** From the synced version to here. */
export function fromSynced(state: EditorState, position: number): number {
  return sendableUpdates(state).reduce(
    (at, update) => update.changes.mapPos(Math.min(at, update.changes.length), 1),
    position,
  );
}
