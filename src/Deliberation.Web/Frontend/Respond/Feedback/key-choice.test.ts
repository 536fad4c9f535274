import { describe, expect, it } from 'vitest';
import { letterOf, stepIn } from './key-choice';

const plain = { key: 'J', ctrlKey: false, altKey: false, metaKey: false, typing: false };

describe('a shortcut', () => {
  it('is a letter alone', () => expect(letterOf(plain)).toBe('j'));
  it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { typing: true }, { key: 'Enter' }])(
    'is not %o',
    (held) => expect(letterOf({ ...plain, ...held })).toBeUndefined(),
  );
});

it('moves within the list', () => {
  expect(stepIn(3, -1, 1)).toBe(0);
  expect(stepIn(3, 1, 1)).toBe(2);
  expect(stepIn(3, 2, 1)).toBe(2);
  expect(stepIn(3, 0, -1)).toBe(0);
});
