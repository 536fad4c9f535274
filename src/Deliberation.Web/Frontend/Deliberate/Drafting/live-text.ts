import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { announce } from '../../site/announce';
import { anchored, notesPlaced } from './anchored';
import type { Around } from './around';
import { begunIn, type Begun } from './begun';
import { ChangeAnnouncer } from './change-announcer';
import { hiddenMarks } from './hidden-marks';
import { keyboardRoom } from './keyboard-room';
import { LiveSession } from './live-session';
import { pasting } from './pasting';
import { recover } from './pending-store';
import { PreviewPane } from './preview-pane';
import { Reading } from './reading';
import { cursorsMoved, peersChanged, remoteCursors, type Peer, type PeerCursor } from './remote-cursors';
import { sharing, syncedVersion } from './shared-text';
import type { BesideText, Place } from './text-margin';
import { isUrgent, type Status } from './status';
import { shortcutList } from './shortcut-list';
import { leadToSought, sought } from './sought';
import { shortcuts, toolbar } from './toolbar';
import { wholeCharacters } from './whole-characters';
import { say, type Words } from './words';

/**
 * `<live-text document="…" person="…" hub="…" words="{…}" preview="…" margin="…" nonce="…"><form>…<textarea>…</form></live-text>`
 * turns a form that saves a text into an editor shared by all who have it open.
 */
export class LiveText extends HTMLElement implements Around, BesideText {
  #words: Words = {};
  #session: LiveSession | null = null;
  #view: EditorView | null = null;
  #rights = new Compartment();
  #peers: Peer[] = [];
  #announcer!: ChangeAnnouncer;
  #reading: Reading | null = null;
  #status = document.createElement('span');
  #notice = document.createElement('span');
  #links = document.createElement('span');
  #isKept = true;
  #wasTyping = false;
  #people = document.createElement('ul');
  #room = document.createElement('div');

  connectedCallback(): void {
    // A form shown again has words that were not taken: it stays a form.
    if (this.#session || this.hasAttribute('paused')) return;
    this.#words = JSON.parse(this.getAttribute('words') ?? '{}') as Words;
    this.#announcer = new ChangeAnnouncer(this.#words, (number) => this.#nameOf(number));
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#reading?.stop();
    this.#session?.stop();
    this.#announcer.stop();
    this.#view?.destroy();
    this.#session = this.#view = null;
  }

  async #begin(): Promise<void> {
    const documentId = this.getAttribute('document') ?? '';
    const person = this.getAttribute('person') ?? '';
    const kept = await recover(documentId, person);
    this.#session = new LiveSession(this.getAttribute('hub') ?? '', { documentId, person }, this, kept);
    if (kept) announce(say(this.#words, 'recovered'));
    this.#session.start();
    const version = () => this.#view && syncedVersion(this.#view.state);
    this.#reading = new Reading(this.getAttribute('margin') ?? '', version, this.querySelector('form'));
  }

  // What the session asks for.

  begun(): Begun | null {
    return begunIn(this.querySelector('form'));
  }

  editor(text: string, version: number, clientId: string): EditorView {
    const form = this.querySelector('form');
    const area = form?.querySelector('textarea');
    this.#wasTyping = !!area && area === document.activeElement;
    this.#build(text, version, clientId);
    if (area) this.#view?.dispatch({ selection: { anchor: Math.min(area.selectionEnd, text.length) } });
    if (form) form.hidden = true;
    return this.#view as EditorView;
  }

  status(status: Status): void {
    const sentence = say(this.#words, status === 'offline' && !this.#isKept ? 'offlineUnkept' : status);
    this.dataset.status = status;
    if (this.#status.textContent === sentence) return;
    this.#status.textContent = sentence;
    if (isUrgent(status)) announce(sentence, true);
  }

  rights(mayWrite: boolean, frozen: string | null): void {
    const writable = mayWrite && frozen === null;
    this.#view?.dispatch({
      effects: this.#rights.reconfigure([EditorState.readOnly.of(!writable), EditorView.editable.of(writable)]),
    });
    this.#room.toggleAttribute('data-read-only', !writable);
    this.#notice.textContent =
      frozen !== null ? `${say(this.#words, 'frozen')} ${frozen}` : mayWrite ? '' : say(this.#words, 'readOnly');
    if (frozen !== null) announce(this.#notice.textContent);
    if (writable) this.#takeOver();
  }

  /** Whoever was writing in the form goes on at the same place in the editor. */
  #takeOver(): void {
    if (this.#wasTyping) setTimeout(() => this.#view?.focus());
    this.#wasTyping = false;
  }

  refused(sentence: string): void {
    this.#notice.textContent = sentence;
    announce(sentence, true);
  }

  peers(peers: Peer[], me: number): void {
    this.#peers = peers;
    this.#people.replaceChildren(
      ...peers.map((peer) => {
        const item = document.createElement('li');
        item.className = `presence-person hand-${peer.hand}`;
        item.textContent = peer.number === me ? `${peer.name} (${say(this.#words, 'you')})` : peer.name;
        return item;
      }),
    );
    this.#view?.dispatch({ effects: peersChanged.of(peers.filter((peer) => peer.number !== me)) });
  }

  cursors(cursors: PeerCursor[]): void {
    this.#view?.dispatch({ effects: cursorsMoved.of(cursors) });
  }

  changedBy(author: number): void {
    this.#announcer.changed(author);
  }

  noted(): void {
    document.dispatchEvent(new Event('margin-changed'));
  }

  kept(isKept: boolean): void {
    this.#isKept = isKept;
    if (this.dataset.status === 'offline') this.status('offline');
  }

  // What the margin asks for.

  selection(): { version: number; from: number; to: number } | null {
    return this.#session?.selection() ?? null;
  }

  place(version: number, places: Place[], tries = 10): void {
    const found = places.map(({ id, from, to }) => ({
      id,
      from: this.#session?.find(version, from) ?? null,
      to: this.#session?.find(version, to) ?? null,
    }));
    const isHere = (place: (typeof found)[number]): place is Place => place.from !== null && place.to !== null;
    if (found.every(isHere)) this.#view?.dispatch({ effects: notesPlaced.of(found) });
    // The margin may know of changes that are still on their way here.
    else if (tries > 0 && this.#session) setTimeout(() => this.place(version, places, tries - 1), 500);
  }

  #build(text: string, version: number, clientId: string): void {
    this.#room.className = 'editor';
    this.#people.className = 'presence';
    this.#people.setAttribute('aria-label', say(this.#words, 'here'));
    const foot = document.createElement('div');
    foot.className = 'editor-foot';
    this.#status.className = 'saved-state';
    foot.append(this.#status, this.#notice, this.#links, this.#quietMode(), shortcutList(this.#words));
    this.#view = new EditorView({
      doc: text,
      extensions: this.#extensions(version, clientId),
    });
    const preview = new PreviewPane(this.#words, this.getAttribute('preview') ?? '', this.querySelector('form'));
    const bar = toolbar(this.#words, () => this.#view, preview.button);
    preview.over(this.#view);
    this.#room.append(bar, this.#view.dom, preview.pane, foot);
    this.append(this.#people, this.#room);
    document.dispatchEvent(new Event('text-opened'));
    leadToSought(this, this.#view, () => announce(say(this.#words, 'sought')));
  }

  #extensions(version: number, clientId: string): Extension {
    return [
      sharing(version, clientId),
      wholeCharacters(() => this.refused(say(this.#words, 'tooLong'))),
      history(),
      markdown(),
      EditorView.lineWrapping,
      // Browsers hide the attribute from scripts and keep the property.
      EditorView.cspNonce.of(this.nonce),
      EditorView.contentAttributes.of({
        'aria-label': this.getAttribute('label') ?? say(this.#words, 'label'),
        lang: this.getAttribute('lang-text') ?? 'fr',
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
      // Tab leaves the editor, as everywhere else on the page.
      keymap.of([...shortcuts(this.#words), ...defaultKeymap, ...historyKeymap]),
      this.#rights.of([EditorState.readOnly.of(true), EditorView.editable.of(false)]),
      remoteCursors,
      anchored,
      sought,
      hiddenMarks(say(this.#words, 'badLink'), (bad) => this.#linksChecked(bad)),
      pasting(() => announce(say(this.#words, 'pasted'))),
      keyboardRoom,
      EditorView.updateListener.of((update) => {
        const isRemote = update.transactions.some((tr) => tr.annotation(Transaction.remote));
        if (update.docChanged && !isRemote) this.#session?.typed();
        if (update.selectionSet || update.docChanged) this.#session?.selected();
      }),
    ];
  }

  #linksChecked(bad: number): void {
    this.#links.textContent = bad ? say(this.#words, 'badLinks', { count: bad }) : '';
  }

  #quietMode(): HTMLElement {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = localStorage.getItem('live-text-quiet') !== '1';
    const follow = () => {
      this.#announcer.quiet = !box.checked;
      this.toggleAttribute('data-quiet', !box.checked);
    };
    follow();
    box.addEventListener('change', () => {
      follow();
      localStorage.setItem('live-text-quiet', box.checked ? '0' : '1');
    });
    label.append(box, ` ${say(this.#words, 'quiet')}`);
    return label;
  }

  #nameOf(number: number): string {
    return this.#peers.find((peer) => peer.number === number)?.name ?? say(this.#words, 'someone');
  }
}
