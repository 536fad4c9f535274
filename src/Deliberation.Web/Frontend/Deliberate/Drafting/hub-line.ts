import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';

export interface Refusal {
  code: string;
  sentence: string;
}

export interface Answer<T> {
  value: T | null;
  refused: Refusal | null;
}

/** The line to the server, always being put back: a half-open one would hang for minutes by itself. */
export class HubLine {
  #connection: HubConnection | null = null;
  #tries = 0;
  #closed = false;
  #timer = 0;

  constructor(
    private readonly address: string,
    private readonly wire: (connection: HubConnection) => void,
    private readonly opened: () => Promise<void>,
    private readonly lost: () => void,
  ) {
    addEventListener('online', this.#soon);
  }

  get isOpen(): boolean {
    return this.#connection?.state === 'Connected';
  }

  async start(): Promise<void> {
    if (this.#closed || this.#connection) return;
    const connection = this.#build();
    this.#connection = connection;
    try {
      await within(10_000, connection.start());
      await within(10_000, this.opened());
      this.#tries = 0;
    } catch {
      this.#drop(connection);
    }
  }

  /** Rejects when no answer comes in time; the line is then put back. */
  async ask<T>(method: string, ...args: unknown[]): Promise<T> {
    const connection = this.#connection;
    if (!connection) throw new Error('No line.');
    try {
      return await within(15_000, connection.invoke<T>(method, ...args));
    } catch (failure) {
      this.#drop(connection);
      throw failure;
    }
  }

  /** Without an answer; lost when the line is. */
  tell(method: string, ...args: unknown[]): void {
    if (this.isOpen) this.#connection?.send(method, ...args).catch(() => {});
  }

  restart(): void {
    if (this.#connection) this.#drop(this.#connection);
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#soon);
    clearTimeout(this.#timer);
    void this.#connection?.stop();
    this.#connection = null;
  }

  #build(): HubConnection {
    const connection = new HubConnectionBuilder()
      .withUrl(this.address, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    connection.serverTimeoutInMilliseconds = 25_000;
    connection.keepAliveIntervalInMilliseconds = 10_000;
    connection.onclose(() => this.#drop(connection));
    this.wire(connection);
    return connection;
  }

  #drop(connection: HubConnection): void {
    if (connection !== this.#connection) return;
    this.#connection = null;
    void connection.stop().catch(() => {});
    this.lost();
    if (this.#closed) return;
    const pause = Math.min(10_000, 500 * 2 ** this.#tries++) * (0.7 + Math.random() * 0.6);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.start(), pause);
  }

  #soon = (): void => {
    clearTimeout(this.#timer);
    void this.start();
  };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer in time.')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
