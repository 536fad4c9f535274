import { letterOf, stepIn } from './key-choice';

const kept = 'moderation-keys';
const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/**
 * `<queue-keys hidden>` lists what keys do: `[data-key=j][data-step=1]` moves along `[data-row]` links,
 * `[data-key=p][data-to="#x"]` follows a link or brings the focus to what would decide. Its checkbox turns them off.
 */
export class QueueKeys extends HTMLElement {
  #off = new AbortController();

  connectedCallback(): void {
    const box = this.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (!box) return;
    this.hidden = false;
    box.checked = localStorage.getItem(kept) !== 'off';
    const { signal } = this.#off;
    box.addEventListener('change', () => localStorage.setItem(kept, box.checked ? 'on' : 'off'), { signal });
    document.addEventListener('keydown', (event) => box.checked && this.#press(event), { signal });
  }

  disconnectedCallback(): void {
    this.#off.abort();
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as Element;
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.indexOf(target as HTMLElement);
    const arrow = at < 0 ? undefined : { ArrowDown: 'j', ArrowUp: 'k' }[event.key];
    const letter = arrow ?? letterOf({ ...plain(event), typing: target.matches(fields) });
    const known = letter && this.querySelector<HTMLElement>(`[data-key="${CSS.escape(letter)}"]`);
    if (!known) return;
    event.preventDefault();
    if (known.dataset['step']) rows[stepIn(rows.length, at, Number(known.dataset['step']))]?.focus();
    else go(document.querySelector<HTMLElement>(known.dataset['to'] ?? ''));
  }
}

const plain = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => ({ key, ctrlKey, altKey, metaKey });

const go = (found: HTMLElement | null): void => {
  if (found instanceof HTMLAnchorElement) found.click();
  else found?.focus();
};
