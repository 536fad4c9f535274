/**
 * `<open-text document="…" preview="…" margin="…" label="…">…<a data-write>…</a></open-text>` inside `<div data-hub data-person data-words nonce>`:
 * a text as it reads, among others; whoever follows its link has the editor in its place, and stays on the page.
 */
export class OpenText extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#clicked);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#clicked);
  }

  #clicked = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a[data-write]');
    const room = this.closest<HTMLElement>('[data-hub]');
    if (!link || !room || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const text = document.createElement('live-text');
    for (const name of ['document', 'preview', 'margin', 'label']) text.setAttribute(name, this.getAttribute(name) ?? '');
    text.setAttribute('hub', room.dataset.hub ?? '');
    text.setAttribute('person', room.dataset.person ?? '');
    text.setAttribute('words', room.dataset.words ?? '{}');
    text.nonce = room.nonce;
    // Its preview is asked for by a form of this page.
    const form = room.querySelector<HTMLFormElement>('form[data-preview-form]');
    if (form) text.append(form.cloneNode(true));
    // It may be written in only a moment after it is there.
    const enter = () => setTimeout(() => text.querySelector<HTMLElement>('.cm-content')?.focus());
    document.addEventListener('text-opened', enter, { once: true });
    this.replaceChildren(text);
  };
}
