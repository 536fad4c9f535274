import { announce } from '../../site/announce';
import { Seldom } from './seldom';

/** A place in a text at a version, in UTF-16 units. */
export interface Place {
  id: string;
  from: number;
  to: number;
}

/** What the margin asks of the editor beside it. */
export interface BesideText extends HTMLElement {
  selection(): { version: number; from: number; to: number } | null;
  place(version: number, places: Place[]): void;
}

/**
 * `<text-margin src="…" closing="Fermer" said="…">` asks for itself again when something was said there, shows the
 * editor where the words are, and opens its forms in a dialog so that nobody leaves the text.
 */
export class TextMargin extends HTMLElement {
  #dialog: HTMLDialogElement | null = null;
  #reading = false;
  #again = false;
  #opener: HTMLAnchorElement | null = null;
  #news = new Seldom(() => {
    if (!document.querySelector('live-text[data-quiet]')) announce(this.getAttribute('said') ?? '');
  });

  connectedCallback(): void {
    this.addEventListener('click', this.#clicked);
    document.addEventListener('margin-changed', this.#changed);
    document.addEventListener('text-opened', this.#show);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#clicked);
    document.removeEventListener('margin-changed', this.#changed);
    document.removeEventListener('text-opened', this.#show);
    this.#news.stop();
  }

  #changed = (): void => void this.#read(true);

  #show = (): void => {
    const version = Number(this.querySelector<HTMLElement>('[data-version]')?.dataset.version);
    const places = [...this.querySelectorAll<HTMLElement>('[data-from][data-to]')].map((note) => ({
      id: note.dataset.note ?? '',
      from: Number(note.dataset.from),
      to: Number(note.dataset.to),
    }));
    this.#text?.place(version, places);
  };

  #clicked = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-dialog]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.href);
    const selected = 'selection' in link.dataset ? this.#text?.selection() : null;
    if (selected) {
      address.searchParams.set('version', String(selected.version));
      address.searchParams.set('de', String(selected.from));
      address.searchParams.set('a', String(selected.to));
    }
    event.preventDefault();
    this.#opener = link;
    if (typeof HTMLDialogElement === 'function') void this.#open(address.href);
    else location.assign(address.href);
  };

  get #text(): BesideText | null {
    const text = document.querySelector<BesideText>('live-text');
    return text && 'place' in text ? text : null;
  }

  /** One question at a time: what changes meanwhile is asked for once more. */
  async #read(aloud: boolean): Promise<void> {
    this.#again = this.#reading;
    if (this.#reading) return;
    this.#reading = true;
    try {
      const answer = await fetch(this.getAttribute('src') ?? '');
      if (answer.ok) this.#write(await answer.text());
      this.#show();
      if (aloud) this.#news.ask();
    } catch {
      // The line is down: the next change, or a reload, brings it.
    } finally {
      this.#reading = false;
      if (this.#again) void this.#read(false);
    }
  }

  /** Whoever goes through the margin by keyboard stays where they are while others comment. */
  #write(html: string): void {
    const here = this.contains(document.activeElement) ? document.activeElement : null;
    this.innerHTML = html;
    if (here) this.#enter(here);
  }

  /** Gives the focus to the same link, or to the head of the margin when its discussion is closed. */
  #enter(link: Element): void {
    const isSame = (other: HTMLAnchorElement): boolean =>
      other.getAttribute('href') === link.getAttribute('href') &&
      other.hasAttribute('data-selection') === link.hasAttribute('data-selection');
    const links = [...this.querySelectorAll('a')];
    (links.find(isSame) ?? links[0])?.focus({ preventScroll: true });
  }

  async #open(address: string): Promise<void> {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      this.#fill(await answer.text());
    } catch {
      location.assign(address);
    }
  }

  #fill(html: string): void {
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    for (const part of main?.querySelectorAll('nav, [data-page-only]') ?? []) part.remove();
    const dialog = (this.#dialog ??= this.#build());
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'button quiet';
    close.textContent = this.getAttribute('closing');
    close.addEventListener('click', () => dialog.close());
    // Above the form, and staying there: below it, a phone showed no way out.
    const bar = document.createElement('div');
    bar.className = 'text-dialog-bar';
    const title = main?.querySelector('h1');
    bar.append(...(title ? [title] : []), close);
    dialog.replaceChildren(bar, ...(main?.childNodes ?? []));
    dialog.setAttribute('aria-label', title?.textContent?.trim() ?? '');
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-error-summary], .error-summary, textarea')?.focus();
  }

  #build(): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    dialog.className = 'text-dialog flow';
    dialog.addEventListener('submit', (event) => void this.#send(event));
    // The link that opened it may have been written anew meanwhile.
    dialog.addEventListener('close', () => {
      if (this.#opener && !this.#opener.isConnected) this.#enter(this.#opener);
    });
    dialog.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-dialog]');
      if (!link) return;
      event.preventDefault();
      void this.#open(link.href);
    });
    document.body.append(dialog);
    return dialog;
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.name) values.append(button.name, button.value);
    // A field may be called “action”: the attribute is asked for, not the property.
    const address = form.getAttribute('action') ?? location.href;
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(values as never) });
      if (!answer.ok || !answer.redirected) return this.#fill(await answer.text());
      this.#dialog?.close();
      await this.#read(true);
    } catch {
      form.submit();
    }
  }
}
