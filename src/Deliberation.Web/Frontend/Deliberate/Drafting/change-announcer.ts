import { announce } from '../../site/announce';
import { say, type Words } from './words';

const pause = 10_000;

/** Says who changed the text, at most every ten seconds, and nothing when silenced. */
export class ChangeAnnouncer {
  #counts = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSaid = -Infinity;

  quiet = false;

  constructor(
    private readonly words: Words,
    private readonly nameOf: (number: number) => string,
    private readonly speak: (sentence: string) => void = announce,
  ) {}

  changed(author: number): void {
    if (this.quiet) return;
    this.#counts.set(author, (this.#counts.get(author) ?? 0) + 1);
    this.#timer ??= setTimeout(() => this.#say(), Math.max(1_000, this.#lastSaid + pause - Date.now()));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#counts.clear();
  }

  #say(): void {
    this.#timer = undefined;
    this.#lastSaid = Date.now();
    const sentences = [...this.#counts].map(([author, count]) =>
      say(this.words, count === 1 ? 'changedOne' : 'changedMany', { count, who: this.nameOf(author) }),
    );
    this.#counts.clear();
    if (!this.quiet && sentences.length) this.speak(sentences.join(' '));
  }
}
