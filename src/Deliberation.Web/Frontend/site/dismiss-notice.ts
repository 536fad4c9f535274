/** `<dismiss-notice>…<button hidden>` : a notice one may put away; it comes back with the page. */
export class DismissNotice extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('button[data-dismiss]');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      this.remove();
      document.querySelector<HTMLElement>('main')?.focus();
    });
  }
}
