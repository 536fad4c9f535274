import { ChangeSet, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Around } from './around';
import type { Begun } from './begun';
import { HubLine, type Answer, type Opened, type Refusal } from './hub-line';
import { Keeping } from './keeping';
import { forget, hold, type Kept } from './pending-store';
import { RecentChanges } from './recent-changes';
import type { Peer, PeerCursor } from './remote-cursors';
import { statusOf, verdictOf } from './status';
import { fromSynced, inParts, pageName, received, syncedVersion, toSend, toSynced, waits, whole, type WireUpdate } from './shared-text';

/** Keeps one editor and the server in step: sends what is typed, takes what comes, and starts again after a break. */
export class LiveSession {
  readonly clientId: string;
  #line: HubLine;
  #view: EditorView | null = null;
  #synced = Text.empty;
  #confirmed = 0;
  #pushing = false;
  #mayWrite = true;
  #frozen: string | null = null;
  #me = 0;
  #peers: Peer[] = [];
  #early: [number, WireUpdate[]][] = [];
  #ended = false;
  #retry = 0;
  #keeping: Keeping;
  #cursorTimer = 0;
  #recent = new RecentChanges();

  constructor(
    hub: string,
    private readonly of: { documentId: string; person: string },
    private readonly around: Around,
    recovered: Kept | null,
  ) {
    this.#line = HubLine.to(hub);
    this.clientId = recovered?.clientId ?? pageName();
    this.#keeping = new Keeping(this.clientId, () => this.#waiting(), (isKept) => around.kept(isKept));
    if (recovered) this.#resume(recovered);
    else void hold(this.clientId);
  }

  start(): void {
    this.#line.join(this.of.documentId, {
      heard: {
        Changed: (from: number, updates: WireUpdate[]) => this.#changed(from, updates),
        Peers: (peers: Peer[]) => this.around.peers((this.#peers = peers), this.#me),
        Cursors: (version: number, moved: PeerCursor[]) => this.#moved(version, moved),
        Frozen: (reason: string) => this.#rights(this.#mayWrite, reason),
        Thawed: () => this.#rights(this.#mayWrite, null),
        Commented: () => this.around.noted(),
        Amended: () => this.around.noted(),
        // The answer says whether it is for good: a failure of the service closes a text too.
        Revoked: () => this.#open().catch(() => this.#line.restart()),
      },
      opened: () => this.#open(),
      lost: () => this.#tellStatus(),
    });
    this.#tellStatus();
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#line.leave(this.of.documentId);
  }

  /** Something was typed: it is kept here first, then sent. */
  typed(): void {
    this.#keeping.soon();
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
      this.#line.tell('Cursor', this.of.documentId, syncedVersion(state), from, to);
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

  #resume(kept: Begun): void {
    this.#confirmed = kept.first;
    this.#synced = Text.of(kept.text.split('\n'));
    this.#view = this.around.editor(kept.text, kept.version, this.clientId);
    for (const change of kept.changes) this.#view.dispatch({ changes: ChangeSet.fromJSON(change), filter: false });
    if (kept.cursor !== undefined) this.#view.dispatch({ selection: { anchor: kept.cursor } });
  }

  async #open(): Promise<void> {
    const begun = this.#view ? null : this.around.begun();
    this.#pushing = true;
    if (begun) this.#resume(begun);
    const since = this.#view && syncedVersion(this.#view.state);
    const { value, refused } = await this.#line.ask<Answer<Opened>>('Open', this.of.documentId, since);
    if (!value) return this.#refused(refused, () => this.#open().catch(() => this.#line.restart()));
    if (value.text !== null && this.#view) return this.#astray();
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
        this.#line.ask<Answer<number>>('Push', this.of.documentId, version, this.clientId, first, sent);
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
      return this.#confirmed >= upTo ? this.#free() : this.#later(3_000, () => this.#line.restart());
    }
    this.#pushing = false;
    this.#refused(refused, () => this.#send());
  }

  #refused(refusal: Refusal | null, again: () => unknown): void {
    const [verdict, sentence] = [verdictOf(refusal?.code), refusal?.sentence ?? ''];
    if (verdict === 'frozen') this.#rights(this.#mayWrite, this.#frozen ?? sentence);
    else if (verdict === 'reader') this.#rights(false, this.#frozen);
    else if (verdict === 'stranger') this.#revoked(sentence);
    else this.around.status(verdict === 'again' ? 'notSaved' : 'notTaken');
    if (verdict === 'again') this.#later(2_000, again);
    else if (verdict === 'never') this.around.refused(sentence);
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
    this.#keeping.soon();
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
    this.#tellStatus();
    if (frozen === null && mayWrite) void this.#send();
  }

  #revoked(sentence = ''): void {
    this.stop();
    this.around.rights(false, null);
    this.around.status('revoked');
    if (sentence) this.around.refused(sentence);
  }

  /** The server went back to before this page: what was typed here no longer fits, and is left to be copied. */
  #astray(): void {
    if (this.#view && !waits(this.#view.state)) return location.reload();
    this.stop();
    void forget(this.clientId);
    this.around.rights(false, null);
    this.around.status('notTaken');
  }

  #tellStatus(): void {
    if (this.#ended) return;
    const pending = this.#view && waits(this.#view.state);
    this.around.status(statusOf(this.#line.isOpen, pending, this.#mayWrite, this.#frozen));
  }

  #later(milliseconds: number, act: () => unknown): void {
    clearTimeout(this.#retry);
    this.#retry = window.setTimeout(act, milliseconds);
  }

  #waiting(): Omit<Kept, 'clientId'> | null {
    const push = this.#view && toSend(this.#view.state, this.#confirmed, Infinity);
    return push && { ...this.of, text: this.#synced.toString(), ...push };
  }
}
