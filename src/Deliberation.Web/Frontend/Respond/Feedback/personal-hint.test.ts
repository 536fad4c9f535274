import { describe, expect, it } from 'vitest';
import { looksPersonal } from './likenesses';

describe('what looks personal', () => {
  it.each([
    'écrivez à jeanne.morel@example.org',
    'jeanne point morel arobase example',
    'au 06 12 34 56 78',
    'au +33612345678',
    'mon numéro 2 85 05 78 006 084 36',
    'le docteur Kermarrec',
    'née le 3 mai 1951',
    'DOCTEUR MARTIN',
    'mon médecin Durand',
    'Mrs Clarke was rude',
    'born on 12 March 1950',
    'FR76 3000 6000 0112 3456 7890 189',
    'mon numéro 1.85.05.78.006.084.91',
    '+33 (0)6 39 98 12 34',
    '12 rue de la Paix',
  ])('%s', (text) => expect(looksPersonal(text)).toBe(true));

  it.each([
    'j’ai appelé le 3114',
    'depuis 2021, la loi 2019-774',
    'le docteur est parti',
    'à 14 h 05',
    'le 12/03/2024 à 10 h',
    'appelez le 116 117 ou le 15',
    'mon médecin traitant',
    'the doctor said no',
  ])(
    'not: %s',
    (text) => expect(looksPersonal(text)).toBe(false),
  );
});

it('stays quick on four thousand signs of any sort', () => {
  const start = performance.now();
  for (const sign of ['1', ' ', 'a', '@', '1 ', 'é']) looksPersonal(sign.repeat(4_000));
  expect(performance.now() - start).toBeLessThan(500);
});
