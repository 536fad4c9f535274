// Likenesses only, so that the hint stays small: the server's detector decides what is masked.
const likenesses = [
  /[\w.+-]{1,64}\s?(?:@|[([]at[)\]]|arobase?)\s?[\w-]+/i,
  // Nine digits or more, however they are parted: more than any date, price or emergency number.
  /(?:\d[\s./_-]{0,3}(?:\(0\)\s?)?){9}/,
  /\b[a-z]{2}\d{2}(?:\s?[\da-z]{4}){3}/i,
  /\b(?:[Dd]octeure?|DOCTEURE?|[Dd][Rr]|P[Rr]|[Pp]rofesseure?|[Mm]adame|MADAME|[Mm]onsieur|MONSIEUR)\.?\s+\p{Lu}\p{L}/u,
  /\b(?:[Mm]me|MME|[Mm]lle|M\.|[Mm]rs?|Ms|[Dd]octor|[Nn]urse)\.?\s+\p{Lu}\p{L}/u,
  /(?:m[ée]decin|infirmi[eè]re?|kin[ée]|dentiste|pharmacien(?:ne)?|(?:fils|fille|mari|femme))\s+\p{Lu}\p{Ll}/u,
  /\bn[ée]+e?s?\s+(?:le|en|un)\s+\d|\bnaissance\s*:?\s*\d|\bborn\s+(?:on|in)\s/i,
  /\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|impasse|all[ée]e|chemin|route)\s/i,
];

export const looksPersonal = (text: string): boolean => likenesses.some((likeness) => likeness.test(text));
