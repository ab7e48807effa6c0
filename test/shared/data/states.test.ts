import { describe, expect, it } from 'vitest';
import { MEMBER_STATES } from '../../../shared/data/member-states.ts';
import { OBSERVERS, STATES } from '../../../shared/data/observers.ts';
import { type State, UN_LANGUAGES, type UnLanguage } from '../../../shared/data/state.ts';
import { statesInOrder } from '../../../shared/data/states-in-order.ts';
import { readStates } from '../../../shared/data/states-table.ts';
import { REGIONS } from '../../../shared/model/participant.ts';

const stateOf = (code: string): State => {
  const state = STATES.find((one) => one.code === code);
  if (state === undefined) throw new Error(`no ${code}`);
  return state;
};

/** What a name in a language may be written with, besides spaces, hyphens, apostrophes and brackets. */
const LETTERS: Readonly<Record<UnLanguage, RegExp>> = {
  ar: /^[\p{Script=Arabic}\s()-]+$/u,
  zh: /^[\p{Script=Han}（）]+$/u,
  en: /^[\p{Script=Latin}\s()'-]+$/u,
  fr: /^[\p{Script=Latin}\s()'-]+$/u,
  ru: /^[\p{Script=Cyrillic}\s()’—-]+$/u,
  es: /^[\p{Script=Latin}\s()’-]+$/u,
};

describe('States', () => {
  it('G1: there are 193 Member States, two observer States and one participant that is none', () => {
    expect(MEMBER_STATES).toHaveLength(193);
    expect(OBSERVERS.map(({ code, standing }) => [code, standing])).toEqual([
      ['VAT', 'observer'],
      ['PSE', 'observer'],
      ['EUE', 'participant'],
    ]);
  });

  it('G1: the regional groups are as large as the United Nations says', () => {
    const sizes = REGIONS.map((region) => MEMBER_STATES.filter((state) => state.region === region).length);
    expect(Object.fromEntries(REGIONS.map((region, k) => [region, sizes[k]]))).toEqual({
      african: 54,
      'asia-pacific': 54,
      'eastern-european': 23,
      grulac: 33,
      weog: 29,
    });
  });

  it('G1: every code is one of its own, and so is every name in each language', () => {
    expect(STATES.every(({ code }) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(new Set(STATES.map(({ code }) => code)).size).toBe(STATES.length);
    for (const language of UN_LANGUAGES)
      expect(new Set(STATES.map(({ names }) => names[language])).size, language).toBe(STATES.length);
  });

  it.each(UN_LANGUAGES)(
    'G1: every name in %s is in its script, trimmed, and without an article in brackets',
    (language) => {
      const wrong = STATES.map(({ names }) => names[language]).filter(
        (name) =>
          name !== name.trim() ||
          name !== name.normalize('NFC') ||
          !LETTERS[language].test(name) ||
          /\s\s|\((?:the|le|la|les|l'|el|los|las)\)/.test(name),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ['USA', 'weog', /observer/],
    ['TUR', 'weog', /Asia-Pacific Group too/],
    ['ISR', 'weog', /2004/],
    ['KIR', 'asia-pacific', /no regional group/],
  ] as const)('G1: %s is a special case of its regional group and says so', (code, region, note) => {
    expect(stateOf(code).region).toBe(region);
    expect(stateOf(code).note).toMatch(note);
  });

  it('G1: names that have changed are the present ones', () => {
    expect(['TUR', 'MKD', 'SWZ', 'CZE', 'CPV'].map((code) => stateOf(code).names.en)).toEqual([
      'Türkiye',
      'North Macedonia',
      'Eswatini',
      'Czechia',
      'Cabo Verde',
    ]);
  });

  it('a line of a table that is not whole is a bug', () => {
    expect(() => readStates('FRA | France | France', 'member', 'weog', new Map())).toThrow(/not whole/);
  });
});

describe('the order of States', () => {
  /** Names that stand next to each other, among the Member States. */
  const NEIGHBOURS: readonly (readonly [UnLanguage, readonly string[]])[] = [
    ['en', ['Costa Rica', "Côte d'Ivoire", 'Croatia']],
    ['en', ['Guinea', 'Guinea-Bissau', 'Guyana']],
    ['en', ['Tunisia', 'Türkiye', 'Turkmenistan']],
    // Press release ORG/1469 of the United Nations, 3 July 2006.
    ['fr', ['Hongrie', 'Îles Marshall', 'Îles Salomon', 'Inde']],
    ['fr', ['Guinée', 'Guinée-Bissau', 'Guinée équatoriale', 'Guyana']],
    ['fr', ['République démocratique populaire lao', 'République de Moldova', 'République dominicaine']],
    ['fr', ['Rwanda', 'Sainte-Lucie', 'Saint-Kitts-et-Nevis', 'Saint-Marin']],
    ['fr', ['Eswatini', "États-Unis d'Amérique", 'Éthiopie']],
    ['es', ['Canadá', 'Chad', 'Chequia', 'Chile']],
    ['es', ['España', 'Estados Unidos de América', 'Estonia']],
    ['es', ['Guinea', 'Guinea-Bissau', 'Guinea Ecuatorial', 'Guyana']],
    ['es', ['San Marino', 'San Vicente y las Granadinas', 'Santa Lucía']],
    ['ru', ['Ирландия', 'Исландия', 'Испания', 'Италия', 'Йемен', 'Кабо-Верде']],
    ['ru', ['Чили', 'Швейцария', 'Швеция', 'Шри-Ланка', 'Эквадор']],
    ['zh', ['比利时', '秘鲁', '冰岛']],
    ['zh', ['刚果（布）', '刚果民主共和国', '哥伦比亚']],
    ['zh', ['智利', '中非共和国', '中国']],
    ['ar', ['الاتحاد الروسي', 'إثيوبيا', 'أذربيجان', 'الأرجنتين', 'الأردن', 'أرمينيا']],
    ['ar', ['جمهورية كوريا الشعبية الديمقراطية', 'جمهورية الكونغو الديمقراطية']],
    ['ar', ['الولايات المتحدة الأمريكية', 'اليابان', 'اليمن', 'اليونان']],
  ];

  it.each(NEIGHBOURS)('G2: in %s stand together %j', (language, neighbours) => {
    const names = statesInOrder(language).map((state) => state.names[language]);
    const at = names.indexOf(neighbours[0] as string);
    expect(names.slice(at, at + neighbours.length)).toEqual(neighbours);
  });

  it('G2: every language has every State once, and its own first and last', () => {
    const ends = UN_LANGUAGES.map((language) => {
      const states = statesInOrder(language);
      expect(new Set(states).size).toBe(193);
      return [language, states[0]?.code, states.at(-1)?.code];
    });
    expect(ends).toEqual([
      ['ar', 'RUS', 'GRC'],
      ['zh', 'ALB', 'CHN'],
      ['en', 'AFG', 'ZWE'],
      ['fr', 'AFG', 'ZWE'],
      ['ru', 'AUS', 'JPN'],
      ['es', 'AFG', 'ZWE'],
    ]);
  });

  it('G2: the order does not come from the order given', () => {
    const given = [...STATES].reverse();
    expect(statesInOrder('fr', given)).toEqual(statesInOrder('fr', STATES));
  });
});
