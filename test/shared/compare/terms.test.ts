import { describe, expect, it } from 'vitest';
import { changedTerms, MAX_TERMS } from '../../../shared/compare/terms.ts';

const blocks = (...texts: string[]) => texts.map((text) => ({ label: '', text }));
const said = (terms: readonly { term: string; from: number; to: number }[]) =>
  terms.map(({ term, from, to }) => `${term} ${from}→${to}`);

describe('terms that appeared and vanished', () => {
  it.each([
    [
      'a phrase counts as one term, not as its words',
      ['We recall the outcome of the summit.'],
      ['We recall enhanced cooperation and the outcome of the summit. Enhanced cooperation matters.'],
      ['enhanced cooperation 0→2', 'matters 0→1'],
      [],
    ],
    ['nothing changed', ['Digital divides persist.'], ['Digital divides persist.'], [], []],
    ['letter case is not a change', ['Digital divides persist.'], ['DIGITAL DIVIDES persist.'], [], []],
    [
      'phrases do not reach across punctuation',
      ['Peace.'],
      ['Peace, security, development.'],
      ['development 0→1', 'security 0→1'],
      [],
    ],
    ['a term goes', ['Roles of sanctions.'], ['Roles.'], [], ['sanctions 1→0']],
    ['Arabic', ['التنمية'], ['التنمية المستدامة'], ['المستدامة 0→1'], []],
    ['numbers of paragraphs are no terms', ['Recall paragraph 7.'], ['Recall paragraph 12.'], [], []],
  ])('C43: %s', (_, from, to, appeared, vanished) => {
    const terms = changedTerms(blocks(...from), blocks(...to));
    expect(said(terms.appeared)).toEqual(appeared);
    expect(said(terms.vanished)).toEqual(vanished);
  });

  it('C43: says how many there were when the list is cut', () => {
    const many = Array.from({ length: MAX_TERMS + 5 }, (_, k) => `novelty${k}.`).join(' ');
    const { appeared, found } = changedTerms(blocks('Nothing.'), blocks(many));
    expect(appeared).toHaveLength(MAX_TERMS);
    expect(found.appeared).toBe(MAX_TERMS + 5);
  });
});
