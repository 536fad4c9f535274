/** Does something soon, and at most every so many milliseconds: what is asked for meanwhile is done once. */
export class Seldom {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  constructor(
    private readonly act: () => void,
    private readonly pause = 10_000,
  ) {}

  ask(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#last = Date.now();
        this.act();
      },
      Math.max(0, this.#last + this.pause - Date.now()),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
