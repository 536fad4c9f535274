/** What a page says of the words typed there; each has its sentence. */
export type Status =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'notSaved'
  | 'heldBack'
  | 'notTaken'
  | 'revoked';

/** Words that will not be saved are never said to be on their way; there may be no words at all yet. */
export function statusOf(isOpen: boolean, waits: boolean | null, mayWrite: boolean, frozen: string | null): Status {
  if (!isOpen) return waits === null ? 'connecting' : 'offline';
  if (!waits) return 'saved';
  if (frozen !== null) return 'heldBack';
  return mayWrite ? 'saving' : 'notTaken';
}

/** What these say is heard at once, whatever one is doing: something must be done by hand. */
export const isUrgent = (status: Status): boolean =>
  ['offline', 'heldBack', 'notTaken', 'revoked'].includes(status);

export type Verdict = 'again' | 'frozen' | 'reader' | 'stranger' | 'never';

/** What a refusal means for what was sent: to be sent again later, or one of the reasons why it will not be taken. */
export function verdictOf(code?: string): Verdict {
  switch (code) {
    case 'drafting.not-saved':
    case 'drafting.too-many':
    case 'drafting.base-too-old':
      return 'again';
    case 'drafting.frozen':
      return 'frozen';
    case 'drafting.not-a-writer':
      return 'reader';
    case 'drafting.not-a-member':
    case undefined:
      return 'stranger';
    default:
      return 'never';
  }
}
