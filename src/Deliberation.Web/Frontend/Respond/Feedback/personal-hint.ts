import { announce } from '../../site/announce';
import { looksPersonal } from './likenesses';

/** `<personal-hint message="…">` around a text field: says, while one types, that something will be masked. */
export class PersonalHint extends HTMLElement {
  #line = document.createElement('p');
  #wait: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#line.className = 'field-hint';
    this.#line.hidden = true;
    this.append(this.#line);
    this.addEventListener('input', this);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#wait);
  }

  handleEvent(event: Event): void {
    clearTimeout(this.#wait);
    const field = event.target as HTMLTextAreaElement;
    this.#wait = setTimeout(() => this.#show(looksPersonal(field.value)), 600);
  }

  #show(personal: boolean): void {
    const message = this.getAttribute('message') ?? '';
    if (personal && this.#line.hidden) announce(message);
    this.#line.textContent = message;
    this.#line.hidden = !personal;
  }
}
