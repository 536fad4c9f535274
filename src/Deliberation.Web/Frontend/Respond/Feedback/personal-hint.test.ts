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
  ])('%s', (text) => expect(looksPersonal(text)).toBe(true));

  it.each(['j’ai appelé le 3114', 'depuis 2021, la loi 2019-774', 'le docteur est parti', 'à 14 h 05'])(
    'not: %s',
    (text) => expect(looksPersonal(text)).toBe(false),
  );
});
