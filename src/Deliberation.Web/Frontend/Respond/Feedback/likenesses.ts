// Likenesses only, so that the hint stays small: the server's detector decides what is masked.
const likenesses = [
  /[\w.+-]+\s?(?:@|\(at\)|arobase)\s?[\w-]+/i,
  /(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}/,
  /\b[12][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2])[\s.-]?\d/,
  /\b(?:[Dd]octeure?|D[Rr]|dr|[Pp]rofesseure?|[Mm]adame|[Mm]onsieur|Mme|M\.)\s+\p{Lu}/u,
  /\bn[ée]+e?s?\s+le\s+\d/i,
];

export const looksPersonal = (text: string): boolean => likenesses.some((likeness) => likeness.test(text));
