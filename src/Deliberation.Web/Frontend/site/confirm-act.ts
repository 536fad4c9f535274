/** `<confirm-act><details>…` : Escape and the cancel button close the question and give focus back. */
export class ConfirmAct extends HTMLElement {
  connectedCallback(): void {
    const cancel = this.querySelector<HTMLButtonElement>('button[data-cancel]');
    if (cancel) {
      cancel.hidden = false;
      cancel.addEventListener('click', () => this.close());
    }
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  close(): void {
    const details = this.querySelector('details');
    if (!details?.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  }
}
