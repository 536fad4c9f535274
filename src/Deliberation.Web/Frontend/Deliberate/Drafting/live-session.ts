import { ChangeSet, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Around } from './around';
import { HubLine, type Answer } from './hub-line';
import { forget, hold, keep, type Kept } from './pending-store';
import { RecentChanges } from './recent-changes';
import type { Peer, PeerCursor } from './remote-cursors';
import { fromSynced, inParts, pageName, received, syncedVersion, toSend, toSynced, waits, whole, type WireUpdate } from './shared-text';

interface Opened {
  version: number;
  text: string | null;
  mayWrite: boolean;
  frozen: string | null;
  me: number;
}

/** Keeps one editor and the server in step: sends what is typed, takes what comes, and starts again after a break. */
export class LiveSession {
  readonly clientId: string;
  #line: HubLine;
  #view: EditorView | null = null;
  #synced = Text.empty;
  #confirmed = 0;
  #pushing = false;
  #mayWrite = false;
  #frozen: string | null = null;
  #me = 0;
  #peers: Peer[] = [];
  #early: [number, WireUpdate[]][] = [];
  #ended = false;
  #retry = 0;
  #keeping = 0;
  #cursorTimer = 0;
  #recent = new RecentChanges();

  constructor(
    hub: string,
    private readonly documentId: string,
    private readonly around: Around,
    recovered: Kept | null,
  ) {
    this.#line = HubLine.to(hub);
    this.clientId = recovered?.clientId ?? pageName();
    if (recovered) this.#resume(recovered);
    else void hold(this.clientId);
  }

  start(): void {
    this.#line.join(this.documentId, {
      heard: {
        Changed: (from: number, updates: WireUpdate[]) => this.#changed(from, updates),
        Peers: (peers: Peer[]) => this.around.peers((this.#peers = peers), this.#me),
        Cursors: (version: number, moved: PeerCursor[]) => this.#moved(version, moved),
        Frozen: (reason: string) => this.#rights(this.#mayWrite, reason),
        Thawed: () => this.#rights(this.#mayWrite, null),
        Commented: () => this.around.noted(),
        Amended: () => this.around.noted(),
        Revoked: () => this.#revoked(),
      },
      opened: () => this.#open(),
      lost: () => this.#tellStatus(),
    });
    this.#tellStatus();
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#line.leave(this.documentId);
  }

  /** Something was typed: it is kept here first, then sent. */
  typed(): void {
    this.#keepSoon();
    this.#tellStatus();
    void this.#send();
  }

  /** The cursor moved; others see it at most a few times a second. */
  selected(): void {
    this.#cursorTimer ||= window.setTimeout(() => {
      this.#cursorTimer = 0;
      const state = this.#view?.state;
      if (!state || !this.#line.isOpen) return;
      const { anchor, head } = state.selection.main;
      const [from, to] = [toSynced(state, anchor), toSynced(state, head)];
      this.#line.tell('Cursor', this.documentId, syncedVersion(state), from, to);
    }, 150);
  }

  /** The selection as a place in the version that others know; null while nothing is selected. */
  selection(): { version: number; from: number; to: number } | null {
    const state = this.#view?.state;
    if (!state || state.selection.main.empty) return null;
    const { from, to } = state.selection.main;
    return { version: syncedVersion(state), from: toSynced(state, from), to: toSynced(state, to) };
  }

  /** Where a place of a version is here and now; null when that version is not here, or no longer. */
  find(version: number, position: number): number | null {
    const state = this.#view?.state;
    const synced = state ? this.#recent.follow(position, syncedVersion(state) - version) : null;
    return state && synced !== null ? fromSynced(state, synced) : null;
  }

  #resume(kept: Kept): void {
    this.#confirmed = kept.first;
    this.#synced = Text.of(kept.text.split('\n'));
    this.#view = this.around.editor(kept.text, kept.version, this.clientId);
    for (const change of kept.changes) this.#view.dispatch({ changes: ChangeSet.fromJSON(change), filter: false });
  }

  async #open(): Promise<void> {
    const since = this.#view ? syncedVersion(this.#view.state) : null;
    const { value, refused } = await this.#line.ask<Answer<Opened>>('Open', this.documentId, since);
    if (!value) return this.#revoked(refused?.sentence);
    if (value.text !== null && this.#view) throw new Error('The server does not know this version.');
    if (value.text !== null) {
      this.#synced = Text.of(value.text.split('\n'));
      this.#view = this.around.editor(value.text, value.version, this.clientId);
    }
    this.#me = value.me;
    this.#pushing = false;
    this.#rights(value.mayWrite, value.frozen);
    this.around.peers(this.#peers, this.#me);
    for (const [from, updates] of this.#early.splice(0)) this.#changed(from, updates);
    this.#tellStatus();
    void this.#send();
  }

  async #send(): Promise<void> {
    const push = this.#view && toSend(this.#view.state, this.#confirmed);
    if (!push || this.#pushing || this.#ended || this.#frozen !== null || !this.#line.isOpen) return;
    this.#pushing = true;
    this.#tellStatus();
    try {
      const { version, first, changes } = push;
      const parts = inParts(changes);
      const write = (sent: unknown[] | null) =>
        this.#line.ask<Answer<number>>('Push', this.documentId, version, this.clientId, first, sent);
      const writeParts = async () => {
        for (const part of parts) await this.#line.ask('Part', part);
        return write(null);
      };
      const answer = await (parts.length ? this.#line.alone(writeParts) : write(changes));
      this.#answered(answer, first + changes.length);
    } catch {
      this.#pushing = false; // The line is put back, and what is unconfirmed is sent again then.
    }
  }

  #answered({ refused }: Answer<number>, upTo: number): void {
    if (!refused) {
      // What is written comes back with the others' changes; only then is the next push made.
      if (this.#confirmed >= upTo) this.#free();
      else this.#later(3_000, () => this.#line.restart());
      return;
    }
    this.#pushing = false;
    if (refused.code === 'drafting.frozen') this.#rights(this.#mayWrite, this.#frozen ?? refused.sentence);
    else if (refused.code === 'drafting.not-a-member') this.#revoked(refused.sentence);
    else if (['drafting.not-saved', 'drafting.too-many', 'drafting.base-too-old'].includes(refused.code)) {
      this.around.status('notSaved');
      this.#later(2_000, () => void this.#send());
    } else {
      this.around.status('notSaved');
      this.around.refused(refused.sentence);
    }
  }

  #changed(from: number, updates: WireUpdate[]): void {
    const view = this.#view;
    // What is sent right after opening may overtake the answer.
    if (!view) return void this.#early.push([from, updates]);
    const wire = updates.slice(Math.max(0, syncedVersion(view.state) - from));
    if (from > syncedVersion(view.state)) return this.#line.restart();
    const missing = wire.map((sent) => {
      const update = whole(sent, this.#synced.length);
      const change = ChangeSet.fromJSON(update.d);
      this.#synced = change.apply(this.#synced);
      this.#recent.add(change);
      if (update.c === this.clientId) this.#confirmed = update.s + 1;
      else this.around.changedBy(update.n);
      return update;
    });
    view.update(received(view.state, missing));
    if (missing.some((update) => update.c === this.clientId)) this.#free();
    this.#keepSoon();
    this.#tellStatus();
  }

  #free(): void {
    clearTimeout(this.#retry);
    this.#pushing = false;
    this.#tellStatus();
    void this.#send();
  }

  #moved(version: number, cursors: PeerCursor[]): void {
    const state = this.#view?.state;
    if (!state || version !== syncedVersion(state)) return;
    this.around.cursors(
      cursors.map((at) => ({ ...at, anchor: fromSynced(state, at.anchor), head: fromSynced(state, at.head) })),
    );
  }

  #rights(mayWrite: boolean, frozen: string | null): void {
    [this.#mayWrite, this.#frozen] = [mayWrite, frozen];
    this.around.rights(mayWrite, frozen);
    if (frozen === null) void this.#send();
  }

  #revoked(sentence?: string): void {
    this.stop();
    this.around.rights(false, null);
    this.around.status('revoked');
    if (sentence) this.around.refused(sentence);
  }

  #tellStatus(): void {
    if (this.#ended) return;
    const pending = this.#view !== null && waits(this.#view.state);
    if (!this.#line.isOpen) this.around.status(this.#view ? 'offline' : 'connecting');
    else this.around.status(pending ? 'saving' : 'saved');
  }

  #later(milliseconds: number, act: () => void): void {
    clearTimeout(this.#retry);
    this.#retry = window.setTimeout(act, milliseconds);
  }

  /** Typing must not wait for the disk: the copy in the browser follows within a third of a second. */
  #keepSoon(): void {
    this.#keeping ||= window.setTimeout(() => {
      this.#keeping = 0;
      const state = this.#view?.state;
      const push = state && toSend(state, this.#confirmed, Infinity);
      const work = push
        ? keep({ clientId: this.clientId, documentId: this.documentId, text: this.#synced.toString(), ...push })
        : forget(this.clientId);
      work.then(
        () => this.around.kept(true),
        () => this.around.kept(false),
      );
    }, 300);
  }
}
