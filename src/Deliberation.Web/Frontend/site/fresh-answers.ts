import { announce } from './announce';

const newest = (feed: string): string => /<entry>[^]*?<id>([^<]*)/.exec(feed)?.[1] ?? '';

const isOnScreen = (part: Element): boolean => {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/**
 * `<fresh-answers feed="/suivi.atom" parts="#traitement" seconds="15" hidden><p>…<button>…` : looks now and then for
 * a new answer while the page is in sight. What is off the screen is brought up to date at once; what is being read
 * stays where it is until the button is pressed.
 */
export class FreshAnswers extends HTMLElement {
  private known: string | undefined;
  private timer = 0;
  private wait = 0;
  private fresh: Document | undefined;

  connectedCallback(): void {
    this.known = this.getAttribute('known') ?? undefined;
    this.wait = this.seconds;
    this.querySelector('button')?.addEventListener('click', () => this.show());
    document.addEventListener('visibilitychange', this.wake);
    this.wake();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.wake);
    clearTimeout(this.timer);
  }

  private get seconds(): number {
    return Number(this.getAttribute('seconds')) || 15;
  }

  private readonly wake = (): void => {
    clearTimeout(this.timer);
    if (!document.hidden && this.isConnected) void this.look();
  };

  // Readers who opened the page together do not all ask at the same instant; a service that fails is asked less often.
  private async look(): Promise<void> {
    try {
      const answer = await fetch(this.getAttribute('feed') ?? '', { credentials: 'omit', cache: 'no-cache' });
      if (!answer.ok) throw new Error(String(answer.status));
      this.wait = this.seconds;
      const last = newest(await answer.text());
      if (!this.knows(last)) await this.fetchPage();
      this.known = last;
    } catch {
      this.wait = Math.min(this.wait * 2, 300);
    }
    this.timer = window.setTimeout(this.wake, this.wait * 1000 * (0.8 + Math.random() * 0.4));
  }

  private knows(last: string): boolean {
    return this.known === undefined || (this.known === '' ? last === '' : last.endsWith(this.known));
  }

  private async fetchPage(): Promise<void> {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(String(answer.status));
    this.fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    announce(this.querySelector('p')?.textContent ?? '');
    if (this.pairs().some(([shown]) => isOnScreen(shown))) this.hidden = false;
    else this.replace();
  }

  private show(): void {
    const target = this.replace();
    target?.setAttribute('tabindex', '-1');
    target?.focus();
  }

  private pairs(): [Element, Element][] {
    const parts = (this.getAttribute('parts') ?? '').split(',');
    return parts.flatMap((part): [Element, Element][] => {
      const [shown, next] = [document.querySelector(part), this.fresh?.querySelector(part)];
      return shown && next ? [[shown, next]] : [];
    });
  }

  /** What stands above keeps what is read at its place: the page scrolls by as much as it grew. */
  private replace(): HTMLElement | undefined {
    let first: HTMLElement | undefined;
    for (const [shown, next] of this.pairs()) {
      const isAbove = shown.getBoundingClientRect().bottom <= 0;
      const before = document.documentElement.scrollHeight;
      shown.replaceWith(next);
      if (isAbove) scrollBy(0, document.documentElement.scrollHeight - before);
      first ??= next.querySelector<HTMLElement>('[id^=reponse-]') ?? (next as HTMLElement);
    }
    this.hidden = true;
    return first;
  }
}
