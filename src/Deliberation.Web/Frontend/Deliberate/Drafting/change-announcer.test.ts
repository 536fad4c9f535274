import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangeAnnouncer } from './change-announcer';

const words = { changedOne: '1 modification de {who}.', changedMany: '{count} modifications de {who}.' };

describe('announcing the changes of others', () => {
  let said: string[] = [];
  const make = () => new ChangeAnnouncer(words, (number) => (number === 1 ? 'Samira' : 'Jean'), (s) => said.push(s));

  beforeEach(() => {
    said = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('gathers them and speaks at most every ten seconds', () => {
    const announcer = make();
    announcer.changed(1);
    announcer.changed(1);
    announcer.changed(2);
    vi.advanceTimersByTime(1_000);
    announcer.changed(1);
    vi.advanceTimersByTime(9_000);
    expect(said).toEqual(['2 modifications de Samira. 1 modification de Jean.']);
    vi.advanceTimersByTime(1_000);
    expect(said).toHaveLength(2);
  });

  it('is silent when asked', () => {
    const announcer = make();
    announcer.quiet = true;
    announcer.changed(1);
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
  });
});
