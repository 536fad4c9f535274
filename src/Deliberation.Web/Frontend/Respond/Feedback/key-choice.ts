export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  typing: boolean;
}

/** The letter a shortcut is looked up by; nothing while one types, or with a key that browsers use. */
export const letterOf = ({ key, ctrlKey, altKey, metaKey, typing }: Pressed): string | undefined =>
  typing || ctrlKey || altKey || metaKey || key.length !== 1 ? undefined : key.toLowerCase();

/** Where j and k lead in a list: from nowhere to the first, never past an end. */
export const stepIn = (length: number, at: number, step: number): number =>
  at < 0 ? 0 : Math.min(Math.max(at + step, 0), length - 1);
