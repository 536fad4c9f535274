import { ChangeSet, Text } from '@codemirror/state';
import { expect, it } from 'vitest';
import { begun } from './begun';

it.each([
  ['', 'Un.\n\nDeux.'],
  ['Le carnet est lisible.', 'Le carnet est très lisible.'],
  ['aa', 'aaa'],
  ['un 😀 deux', 'un 😁 deux'],
  ['Un.\nDeux.', ''],
])('what was typed before the line was there is one change of the text: %j', (text, typed) => {
  const { changes } = begun(3, text, typed);

  const change = ChangeSet.fromJSON(changes[0]);

  expect(change.apply(Text.of(text.split('\n'))).toString()).toBe(typed);
  expect(JSON.stringify(changes)).not.toMatch(/\\ud[89a-f]/i);
});
