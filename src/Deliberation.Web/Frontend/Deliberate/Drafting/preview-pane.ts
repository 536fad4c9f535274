import type { EditorView } from '@codemirror/view';
import { announce } from '../../site/announce';
import { told } from './icons';
import { say, type Words } from './words';

/** The text exactly as it will be published, by the server's own hand, in the place of the editor. */
export class PreviewPane {
  readonly button = document.createElement('button');
  readonly pane = document.createElement('div');
  #view: EditorView | null = null;

  constructor(
    private readonly words: Words,
    private readonly address: string,
    private readonly form: HTMLFormElement | null,
  ) {
    this.button.type = 'button';
    this.button.setAttribute('aria-pressed', 'false');
    this.#name('preview');
    this.button.addEventListener('click', () => void this.#turn());
    this.pane.className = 'editor-preview';
    this.pane.hidden = true;
    this.pane.tabIndex = -1;
  }

  over(view: EditorView): void {
    this.#view = view;
  }

  async #turn(): Promise<void> {
    const isShown = !this.pane.hidden;
    if (!isShown && !(await this.#load())) return announce(say(this.words, 'previewFailed'), true);
    this.pane.hidden = isShown;
    this.pane.parentElement?.toggleAttribute('data-preview', !isShown);
    if (this.#view) this.#view.dom.hidden = !isShown;
    this.button.setAttribute('aria-pressed', String(!isShown));
    this.#name(isShown ? 'preview' : 'write');
    if (isShown) this.#view?.focus();
    else this.pane.focus();
  }

  #name(key: string): void {
    this.button.replaceChildren(...told(key, say(this.words, key)));
  }

  async #load(): Promise<boolean> {
    const values = new URLSearchParams();
    const token = this.form?.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value;
    values.set('__RequestVerificationToken', token ?? '');
    values.set('Data.Text', this.#view?.state.doc.toString() ?? '');
    try {
      const answer = await fetch(this.address, { method: 'POST', body: values });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const text = page.querySelector('[data-preview]');
      if (answer.ok && text) this.pane.replaceChildren(text);
      return answer.ok && text !== null;
    } catch {
      return false;
    }
  }
}
