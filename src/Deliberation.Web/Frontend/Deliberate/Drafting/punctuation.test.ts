import { describe, expect, it } from 'vitest';
import { corrections } from './punctuation';

function corrected(text: string): string {
  return corrections(text).reduceRight((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), text);
}

describe('French punctuation', () => {
  it.each([
    ['Pourquoi ?', 'Pourquoi\u202F?'],
    ['Oui! Non;', 'Oui\u202F! Non\u202F;'],
    ['Ceci : cela', 'Ceci\u00A0: cela'],
    ['le "carnet" de santé', 'le «\u00A0carnet\u00A0» de santé'],
    ['«carnet»', '«\u00A0carnet\u00A0»'],
    ["l'usager...", 'l’usager…'],
    ['50 % ou 50%', '50\u202F% ou 50\u202F%'],
  ])('writes %s as %s', (typed, expected) => {
    expect(corrected(typed)).toBe(expected);
  });

  it.each([
    'https://exemple.fr/a?b=c;d!',
    '[lien](https://exemple.fr/?q=1)',
    'à 14:05',
    '| --- | :--- |',
    '`a ? b : c`',
    '[^1]: une note',
    'Déjà\u202F! «\u00A0bien\u00A0»',
  ])('leaves %s as it is', (typed) => {
    expect(corrected(typed)).toBe(typed);
  });
});
