import { announce } from './announce';

/** `<copy-text text="…" done="Lien copié" hidden><button>…` : copies, then says so in the button and aloud. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard) return;
    this.hidden = false;
    this.addEventListener('click', () => void this.copy());
  }

  async copy(): Promise<void> {
    const button = this.querySelector('button');
    const done = this.getAttribute('done') ?? '';
    await navigator.clipboard.writeText(this.getAttribute('text') ?? '');
    if (button) button.textContent = done;
    announce(done);
  }
}
