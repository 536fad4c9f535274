import { ChangeSet, EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { fromSynced, inParts, received, sharing, syncedVersion, toSend, toSynced, waits, whole } from './shared-text';
import { longestText, wellFormed, wholeCharacters } from './whole-characters';

const open = (doc: string) =>
  EditorState.create({ doc, extensions: [sharing(0, 'me'), wholeCharacters(() => {})] });

describe('a shared text', () => {
  it('takes what comes one version at a time, as the server moved it', () => {
    let state = open('abcd');
    state = state.update({ changes: { from: 2, insert: 'X' } }).state;
    const others = [
      ChangeSet.of({ from: 0, to: 2 }, 4),
      ChangeSet.of({ from: 0, to: 2, insert: 'Y' }, 2),
    ].map((change, s) => ({ c: 'other', s, n: 2, d: change.toJSON() }));

    const transactions = received(state, others);

    expect(transactions.at(-1)?.state.doc.toString()).toBe('XY');
    expect(transactions).toHaveLength(2);
  });

  it('says again what a change keeps at its end', () => {
    expect(whole(['other', 3, 2, [1, [2, 'é']]], 8)).toEqual({ c: 'other', s: 3, n: 2, d: [1, [2, 'é'], 5] });
    expect(whole(['other', 0, 2, [[0, 'un']]], 0).d).toEqual([[0, 'un']]);
    expect(whole(['other', 0, 2, []], 4).d).toEqual([4]);
  });

  it('confirms its own changes in order', () => {
    const state = open('').update({ changes: { from: 0, insert: 'un' } }).state;
    const push = toSend(state, 0);

    const confirmed = received(state, [{ c: 'me', s: 0, n: 1, d: push?.changes[0] }]).at(-1)?.state;

    expect(push).toEqual({ version: 0, first: 0, changes: [[[0, 'un']]] });
    expect(confirmed && waits(confirmed)).toBe(false);
    expect(confirmed && syncedVersion(confirmed)).toBe(1);
  });

  it('finds places again on both sides of what is not confirmed', () => {
    const state = open('abcdef').update({ changes: { from: 2, insert: 'XYZ' } }).state;

    expect(toSynced(state, 8)).toBe(5);
    expect(fromSynced(state, 5)).toBe(8);
  });

  it('cuts a large change into messages that the server takes', () => {
    const parts = inParts([[[0, 'é'.repeat(60_000)]]]);

    expect(parts.join('')).toBe(JSON.stringify([[[0, 'é'.repeat(60_000)]]]));
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(30_000);
    expect(inParts([[[0, 'court']]])).toEqual([]);
  });
});

describe('whole characters', () => {
  it('never cut a character in two', () => {
    const state = open('a😀b').update({ changes: { from: 2, to: 3, insert: '\uDE01' } }).state;

    expect(state.doc.toString()).toBe('a😁b');
    expect(toSend(state, 0)?.changes).toEqual([[1, [2, '😁'], 1]]);
  });

  it('replace what no text may hold', () => {
    expect(wellFormed('a\uD83Db\uDE00\0')).toBe('a\uFFFDb\uFFFD\uFFFD');
    expect(wellFormed('😀')).toBe('😀');
  });

  it('stop at the longest text', () => {
    const state = open('a'.repeat(longestText)).update({ changes: { from: 0, insert: 'b' } }).state;

    expect(state.doc.length).toBe(longestText);
  });
});
