import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';

const messages = ['Changed', 'Peers', 'Cursors', 'Frozen', 'Thawed', 'Commented', 'Amended', 'Revoked'] as const;

export interface Refusal {
  code: string;
  sentence: string;
}

export interface Answer<T> {
  value: T | null;
  refused: Refusal | null;
}

/** What the server says of a text when it is opened; no text when only what was missed is sent. */
export interface Opened {
  version: number;
  text: string | null;
  mayWrite: boolean;
  frozen: string | null;
  me: number;
}

/** A text that is open on this page: what it does with each message, and when the line comes and goes. */
export interface Caller {
  heard: Record<string, (...said: never[]) => void>;
  opened(): Promise<void>;
  lost(): void;
}

/**
 * The one line of a page to the server, for all its open texts; always being put back: a half-open one would hang
 * for minutes by itself.
 */
export class HubLine {
  static readonly #open = new Map<string, HubLine>();

  #callers = new Map<string, Caller>();
  #connection: HubConnection | null = null;
  #ready: HubConnection | null = null;
  #tries = 0;
  #closed = false;
  #timer = 0;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly address: string) {
    addEventListener('online', this.#soon);
  }

  /** The line of this page, which the first text to join begins. */
  static to(address: string): HubLine {
    const line = this.#open.get(address) ?? new HubLine(address);
    this.#open.set(address, line);
    return line;
  }

  join(documentId: string, caller: Caller): void {
    this.#callers.set(documentId, caller);
    if (this.#ready && this.#ready === this.#connection) void this.#welcome(this.#ready, [caller]);
    else void this.#start();
  }

  /** The last one to leave closes the line. */
  leave(documentId: string): void {
    if (!this.#callers.delete(documentId)) return;
    this.tell('Close', documentId);
    if (this.#callers.size === 0) this.#close();
  }

  get isOpen(): boolean {
    return this.#connection?.state === 'Connected';
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

  /** Lets nobody else on this line do the same meanwhile: pieces of two messages must not mix. */
  alone<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  restart(): void {
    if (this.#connection) this.#drop(this.#connection);
  }

  async #start(): Promise<void> {
    if (this.#closed || this.#connection) return;
    const connection = this.#build();
    this.#connection = connection;
    try {
      await within(10_000, connection.start());
    } catch {
      return this.#drop(connection);
    }
    this.#ready = connection;
    await this.#welcome(connection, [...this.#callers.values()]);
  }

  async #welcome(connection: HubConnection, callers: Caller[]): Promise<void> {
    try {
      await within(10_000, Promise.all(callers.map((caller) => caller.opened())));
      if (connection === this.#connection) this.#tries = 0;
    } catch {
      this.#drop(connection);
    }
  }

  #close(): void {
    this.#closed = true;
    HubLine.#open.delete(this.address);
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
    for (const message of messages)
      connection.on(message, (documentId: string, ...said: never[]) =>
        this.#callers.get(documentId)?.heard[message]?.(...said),
      );
    return connection;
  }

  #drop(connection: HubConnection): void {
    if (connection !== this.#connection) return;
    this.#connection = null;
    void connection.stop().catch(() => {});
    for (const caller of this.#callers.values()) caller.lost();
    if (this.#closed) return;
    const pause = Math.min(10_000, 500 * 2 ** this.#tries++) * (0.7 + Math.random() * 0.6);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#start(), pause);
  }

  #soon = (): void => {
    clearTimeout(this.#timer);
    void this.#start();
  };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer in time.')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
