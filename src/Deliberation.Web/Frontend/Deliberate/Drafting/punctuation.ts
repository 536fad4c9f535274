/** One correction of punctuation. */
export interface Correction {
  from: number;
  to: number;
  insert: string;
}

const wide = '\u00A0';
const narrow = '\u202F';

/** What typography leaves alone: addresses, code, hours, the rule of a table. */
const untouched = /`[^`]*`|(?:https?:\/\/|mailto:|www\.)[^\s)]+|\d:\d|^\s*\|?[\s:|-]*-{3}[\s:|-]*$|\[\^[^\]]*\]:/gm;

const rules: [RegExp, (found: RegExpExecArray) => string][] = [
  [/\.{3}/g, () => '…'],
  [/(?<=\p{L})'(?=\p{L})/gu, () => '’'],
  [/"([^"\n]+)"/g, ([, words = '']) => `«${wide}${words.trim()}${wide}»`],
  [/«[ \u00A0\u202F]*(?=\S)/g, () => `«${wide}`],
  [/(?<=\S)[ \u00A0\u202F]*»/g, () => `${wide}»`],
  [/(?<=[\p{L}\p{N})»])[ \u00A0\u202F]*:(?=\s|$)/gmu, () => `${wide}:`],
  [/(?<=[\p{L}\p{N})»…])[ \u00A0\u202F]*([;!?]+)(?=\s|$|[»)*_])/gmu, ([, mark = '']) => narrow + mark],
  [/(?<=\d)[ \u00A0\u202F]*%/g, () => `${narrow}%`],
];

/** What French typography would write otherwise; offered, never forced. */
export function corrections(text: string): Correction[] {
  const left = [...text.matchAll(untouched)].map((found) => [found.index, found.index + found[0].length] as const);
  const found: Correction[] = [];
  for (const [pattern, write] of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (match[0] === '') pattern.lastIndex++;
      const insert = write(match);
      const isFree = (ranges: (readonly [number, number])[]) => ranges.every(([a, b]) => to <= a || from >= b);
      if (insert !== match[0] && isFree(left) && isFree(found.map((one) => [one.from, one.to] as const)))
        found.push({ from, to, insert });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
