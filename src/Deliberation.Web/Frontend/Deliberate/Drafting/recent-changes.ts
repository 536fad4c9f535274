import type { ChangeSet } from '@codemirror/state';

/** Enough of the last changes to find again a place that is a few seconds old. */
const most = 1_000;

export class RecentChanges {
  #changes: ChangeSet[] = [];

  add(change: ChangeSet): void {
    this.#changes.push(change);
    if (this.#changes.length > most) this.#changes.shift();
  }

  /** Moves a place over the last so many changes; null when they are not known. */
  follow(position: number, missed: number): number | null {
    if (missed < 0 || missed > this.#changes.length) return null;
    return this.#changes
      .slice(this.#changes.length - missed)
      .reduce((at, change) => change.mapPos(Math.min(at, change.length), 1), position);
  }
}
