/** `<error-focus tabindex="-1">` : after a refused form, the reading starts at what to correct. */
export class ErrorFocus extends HTMLElement {
  connectedCallback(): void {
    this.focus();
  }
}
