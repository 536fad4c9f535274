import { expect, it } from 'vitest';
import { nearest } from './sought';

it.each([
  ['un deux un', 0, 0],
  ['un deux un', 8, 8],
  ['un deux un', 7, 8],
  ['un deux un', 2, 0],
  ['deux', 2, -1],
  ['Trois. un deux', 0, 7],
])('the words one looked for are found again nearest to where they were: %j from %i', (text, from, found) => {
  expect(nearest(text, { words: 'un', from })).toBe(found);
});
