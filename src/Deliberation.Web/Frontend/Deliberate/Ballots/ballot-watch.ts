import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { announce } from '../../site/announce';

/**
 * `<ballot-watch space="…" ballot="…" sentence="…">…</ballot-watch>` : when a vote of the space opens or closes, its
 * content is asked for again. Without a script, reloading the page shows the same.
 */
export class BallotWatch extends HTMLElement {
  #bell?: HubConnection;

  connectedCallback(): void {
    this.#bell = new HubConnectionBuilder()
      .withUrl('/live/scrutins', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 2_000 + Math.random() * 8_000 })
      .configureLogging(LogLevel.None)
      .build();
    this.#bell.on('Balloted', (ballot: string) => this.#hear(ballot));
    this.#bell.onreconnected(() => this.#watchAgain());
    void this.#start();
  }

  disconnectedCallback(): void {
    void this.#bell?.stop();
  }

  async #start(): Promise<void> {
    try {
      await this.#bell?.start();
      await this.#watch();
    } catch {
      if (this.isConnected) setTimeout(() => void this.#start(), 10_000);
    }
  }

  #watch(): Promise<void> | undefined {
    return this.#bell?.invoke('Watch', this.getAttribute('space'));
  }

  async #watchAgain(): Promise<void> {
    await this.#watch();
    await this.#refresh();
  }

  async #hear(ballot: string): Promise<void> {
    const ours = this.getAttribute('ballot');
    if (ours && ours !== ballot) return;
    if (await this.#refresh()) announce(this.getAttribute('sentence') ?? '');
  }

  /** True when something changed. */
  async #refresh(): Promise<boolean> {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('ballot-watch');
    if (!fresh || fresh.innerHTML === this.innerHTML) return false;
    const focused = this.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.replaceChildren(...fresh.childNodes);
    if (focused) document.getElementById(focused)?.focus();
    return true;
  }
}
