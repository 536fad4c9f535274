import { describe, expect, it } from 'vitest';
import { isUrgent, statusOf, verdictOf } from './status';

describe('what a page says of one’s words', () => {
  it('never says that words are on their way which will not be saved', () => {
    expect(statusOf(true, true, true, null)).toBe('saving');
    expect(statusOf(true, true, true, 'Scrutin ouvert')).toBe('heldBack');
    expect(statusOf(true, true, false, null)).toBe('notTaken');
    expect(isUrgent('heldBack') && isUrgent('notTaken')).toBe(true);
  });

  it('says nothing alarming while nothing waits', () => {
    expect(statusOf(true, false, true, 'Scrutin ouvert')).toBe('saved');
    expect(statusOf(false, null, false, null)).toBe('connecting');
    expect(statusOf(false, true, true, null)).toBe('offline');
  });

  it('takes a trouble of the moment for what it is, and not for a door closed', () => {
    expect(['drafting.not-saved', 'drafting.too-many', 'drafting.base-too-old'].map(verdictOf)).toEqual(['again', 'again', 'again']);
    expect(verdictOf('drafting.not-a-member')).toBe('stranger');
    expect(verdictOf('drafting.too-large')).toBe('never');
  });
});
