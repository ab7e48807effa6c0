import { describe, expect, it } from 'vitest';
import { delegationLetters } from '../../../../client/features/authorship/delegation-letters.ts';

const apart = '\u200c';
const alone = (name: string): string | undefined => delegationLetters([name]).get(name);

describe('letters of delegations', () => {
  it.each([
    ['Delegation of Country A', 'CA'],
    ['Civil society network B', 'CB'],
    ['Technical community C', 'TC'],
    ['Country Y', 'CY'],
    ['Co-facilitators', 'CF'],
    ['Group of 77 and China', 'GC'],
    ['Permanent Mission of the Republic of X', 'RX'],
    ['The Delegation', 'TD'],
    ['EU', 'EU'],
    ['ICC', 'ICC'],
    ['Academia', 'AC'],
    ['delegation of lowercase', 'LO'],
    ['  (Observers)  ', 'OB'],
    ['Délégation de la Côte d’Ivoire', 'CI'],
    ["Délégation de l'Union E", 'UE'],
    ['Delegación del País D', 'PD'],
    ['Делегация страны Б', 'СБ'],
    ['中国代表团', '中国'],
    ['وفد الدولة أ', `د${apart}أ`],
    ['جمهورية مصر العربية', `ج${apart}ع`],
    ['משלחת המדינה', 'מה'],
    ['e\u0301cole x', 'ÉX'],
    ['कि खा', 'किखा'],
    ['𝒜lpha 𝒷eta', '𝒜𝒷'],
    ['👩‍🔬 👨‍👩‍👧', '👩‍🔬👨‍👩‍👧'],
    ['istanbul', 'IS'],
    ['', '?'],
    [' — ', '—'],
  ])('U10: %j is drawn as %j', (name, letters) => {
    expect(alone(name)).toBe(letters);
  });

  it.each([
    [
      ['Country A', 'Coalition A'],
      ['COA', 'CA'],
    ],
    [
      ['Civil Board', 'Civil Bureau', 'Civil big Board'],
      ['CB', 'CBU', 'CBB'],
    ],
    [
      ['Academia', 'Academy', 'ACE'],
      ['AC', 'ACA', 'ACE'],
    ],
    [
      ['', '—', ' — '],
      ['?', '—2', '—'],
    ],
  ])('U10: %j are told apart', (names, expected) => {
    const letters = delegationLetters(names);
    expect(new Set(letters.values()).size).toBe(names.length);
    expect(names.map((name) => letters.get(name))).toEqual(expected);
  });

  it('U10: the order in which delegations are met changes nothing', () => {
    const names = ['Country A', 'Coalition A', 'Club A', 'Country B', 'وفد أ', '中国'];
    const sorted = (list: readonly string[]) => [...delegationLetters(list)].sort();
    expect(sorted(names.toReversed())).toEqual(sorted(names));
  });

  it('U10: many alike are told apart still', () => {
    const names = Array.from({ length: 300 }, (_, k) => `Network ${'x'.repeat(k % 7)}${k}`);
    expect(new Set(delegationLetters(names).values()).size).toBe(300);
  });
});
