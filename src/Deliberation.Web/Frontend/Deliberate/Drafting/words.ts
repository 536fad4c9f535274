/** What the editor says; the page gives it in the reader's language. */
export type Words = Record<string, string>;

export function say(words: Words, key: string, places: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
