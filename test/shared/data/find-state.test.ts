import { describe, expect, it } from 'vitest';
import { findState, stateByCode } from '../../../shared/data/find-state.ts';
import { STATES } from '../../../shared/data/observers.ts';
import { UN_LANGUAGES } from '../../../shared/data/state.ts';
import { STATE_ABBREVIATIONS, STATE_VARIANTS } from '../../../shared/data/state-variants.ts';
import { USUAL_GROUPS } from '../../../shared/data/usual-groups.ts';

const codeOf = (name: string): string | null => findState(name)?.code ?? null;

describe('finding a State by name', () => {
  it.each(UN_LANGUAGES)(
    'G5: every official name in %s means its State, whatever the case and diacritics',
    (language) => {
      const wrong = STATES.flatMap(({ code, names }) => {
        const name = names[language];
        const written = [
          name,
          name.toUpperCase(),
          name.normalize('NFD'),
          name.normalize('NFD').replace(/\p{M}/gu, ''),
        ];
        return written.filter((one) => codeOf(one) !== code);
      });
      expect(wrong).toEqual([]);
    },
  );

  it('G5: every variant, abbreviation and code means its State', () => {
    const variants = STATE_VARIANTS.trim()
      .split('\n')
      .flatMap((line) => {
        const [code = '', names = ''] = line.split(' | ');
        return names.split('; ').map((name) => [name, code] as const);
      });
    const codes = STATES.map(({ code }) => [code, code] as const).filter(([code]) => code !== 'NAM');
    const wrong = [...variants, ...STATE_ABBREVIATIONS, ...codes].filter(
      ([name, code]) => codeOf(name) !== code,
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['UK', 'GBR'],
    ['U.K.', 'GBR'],
    ['United Kingdom', 'GBR'],
    ['the United States', 'USA'],
    ['U.S.A.', 'USA'],
    ['EE. UU.', 'USA'],
    ['Russia', 'RUS'],
    ['Iran', 'IRN'],
    ['Iran, Islamic Republic of', 'IRN'],
    ['South Korea', 'KOR'],
    ['Korea, Republic of', 'KOR'],
    ['Korea (Republic of)', 'KOR'],
    ['Republic of Korea', 'KOR'],
    ["Korea, Democratic People's Republic of", 'PRK'],
    ['Czech Republic', 'CZE'],
    ['Turkey', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['Türkiye/Turkey', 'TUR'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['DRC', 'COD'],
    ['Republic of the Congo', 'COG'],
    ['Gambia, The', 'GMB'],
    ['Bahamas (the)', 'BHS'],
    ['St. Lucia', 'LCA'],
    ['St Vincent & the Grenadines', 'VCT'],
    ['São Tomé and Príncipe', 'STP'],
    ['Cote d’Ivoire', 'CIV'],
    ['Etats-Unis d’Amérique', 'USA'],
    ['le Tchad', 'TCD'],
    ["l'Égypte", 'EGY'],
    ['State of Qatar', 'QAT'],
    ['Kingdom of the Netherlands', 'NLD'],
    ['Netherlands (Kingdom of the)', 'NLD'],
    ['刚果(布)', 'COG'],
    ['美国', 'USA'],
    ['الولايات المتحدة', 'USA'],
    ['  Viet   Nam ', 'VNM'],
    ['Holy See', 'VAT'],
    ['Palestine', 'PSE'],
    ['EU', 'EUE'],
    ['RUS', 'RUS'],
  ])('G5: %s is %s', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  it.each([
    '',
    'the',
    'Korea',
    'Macedonia',
    'Republic of China',
    'State of Georgia',
    'Republic of Vietnam',
    'America',
    'England',
    '刚果',
    'us',
    'per',
    'and',
    'NAM',
    'G77 and China',
    'African Group',
    'Delegation A',
    'Russia and China',
    'Irann',
  ])('G5: %j means no State', (name) => {
    expect(codeOf(name)).toBeNull();
  });

  it('G5: no abbreviation of a group means a State, but that of the European Union, which is both', () => {
    const taken = USUAL_GROUPS.filter(
      ({ abbreviation }) => abbreviation !== null && findState(abbreviation) !== null,
    );
    expect(taken.map(({ id }) => id)).toEqual(['eu']);
  });

  it('gives a State by its code', () => {
    expect(stateByCode('NAM')?.names.en).toBe('Namibia');
    expect(stateByCode('XXX')).toBeNull();
  });
});
