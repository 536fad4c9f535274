import { ChangeSet } from '@codemirror/state';
import type { Kept } from './pending-store';

/** What was typed in the form before the line was there: the text it began with, and the change made to it. */
export type Begun = Pick<Kept, 'version' | 'text' | 'first' | 'changes'> & { cursor?: number };

export function begunIn(form: HTMLFormElement | null): Begun | null {
  const area = form?.querySelector('textarea');
  const version = Number(form?.querySelector<HTMLInputElement>('[name="Data.BaseVersion"]')?.value);
  if (!area || area.value === area.defaultValue) return null;
  return { ...begun(version, area.defaultValue, area.value), cursor: area.selectionEnd };
}

export function begun(version: number, text: string, typed: string): Begun {
  let from = 0;
  while (from < Math.min(text.length, typed.length) && text[from] === typed[from]) from++;
  if (isHigh(text, from - 1)) from--;
  let same = 0;
  const most = Math.min(text.length, typed.length) - from;
  while (same < most && text[text.length - 1 - same] === typed[typed.length - 1 - same]) same++;
  if (same > 0 && isHigh(text, text.length - same - 1)) same--;
  const change = { from, to: text.length - same, insert: typed.slice(from, typed.length - same) };
  return { version, text, first: 0, changes: [ChangeSet.of(change, text.length).toJSON()] };
}

/** The first half of a character that takes two units. */
const isHigh = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text[at] ?? '');
