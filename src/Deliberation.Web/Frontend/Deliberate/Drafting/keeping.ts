import { forget, keep, type Kept } from './pending-store';

/** Typing must not wait for the disk: the copy in the browser follows within a third of a second. */
export class Keeping {
  #timer = 0;

  constructor(
    private readonly clientId: string,
    private readonly waiting: () => Omit<Kept, 'clientId'> | null,
    private readonly kept: (isKept: boolean) => void,
  ) {}

  soon(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      const waiting = this.waiting();
      const work = waiting ? keep({ ...waiting, clientId: this.clientId }) : forget(this.clientId);
      work.then(
        () => this.kept(true),
        () => this.kept(false),
      );
    }, 300);
  }
}
