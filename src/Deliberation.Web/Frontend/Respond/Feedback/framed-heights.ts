import type { Told } from './frame-message';

/** Tells the page around, and no other origin, that a new page is shown and how high it is. */
export function tellHeights(around: Window, host: string): void {
  const tell = (isNew: boolean): void => {
    const told: Told = { from: 'healthspace', height: document.body.offsetHeight, isNew };
    around.postMessage(told, host);
  };
  tell(true);
  new ResizeObserver(() => tell(false)).observe(document.body);
}
