/** What the framed form tells the page around it: nothing of what is typed. */
export interface Told {
  from: 'healthspace';
  height: number;
  isNew: boolean;
}

const highest = 20_000;

/** The message, when it is one of ours; anyone may post anything to a page. */
export function readTold(data: unknown): Told | undefined {
  const { from, height, isNew } = (typeof data === 'object' && data ? data : {}) as Record<string, unknown>;
  return from === 'healthspace' && typeof height === 'number' && height > 0 && height <= highest
    ? { from, height: Math.ceil(height), isNew: isNew === true }
    : undefined;
}
