import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Seldom } from './seldom';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('a busy margin is told at most every ten seconds', () => {
  const act = vi.fn();
  const seldom = new Seldom(act);
  for (let second = 0; second < 25; second++) {
    seldom.ask();
    vi.advanceTimersByTime(1_000);
  }
  expect(act).toHaveBeenCalledTimes(3);
});
