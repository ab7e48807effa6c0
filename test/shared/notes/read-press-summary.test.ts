import { describe, expect, it } from 'vitest';
import { notUnderstood } from '../../../shared/notes/parts.ts';
import { readPressSummary } from '../../../shared/notes/read-press-summary.ts';
import { expectTiles } from './tiles.ts';

function read(source: string) {
  const summary = readPressSummary(source);
  expectTiles(source, summary.parts);
  expect(notUnderstood(source, summary.parts)).toEqual([]);
  return summary;
}
const named = (source: string): string[][] =>
  read(source).attributions.map(({ delegations }) => delegations.map(({ name }) => name));

describe('press summaries', () => {
  it.each<[string, string[][]]>([
    ['Concern was expressed about the pace (Country A, Country B).', [['Country A', 'Country B']]],
    ['Some wanted less (the USA). Others wanted more (Country B).', [['USA'], ['Country B']]],
    ['Some wanted less (Trinidad and Tobago and Country B).', [['Trinidad and Tobago', 'Country B']]],
    ['Country A said that it wanted less.', [['Country A']]],
    ['The United States said that it wanted less.', [['The United States']]],
    ['Country A and Country B noted the pace.', [['Country A', 'Country B']]],
    ['According to Country A, the pace was high.', [['Country A']]],
    ['Several delegations said that the pace was high.', []],
    ['It was said that the pace was high.', []],
    ['Some noted the Internet Governance Forum (IGF).', []],
    ['Some noted the pace (see paragraph 3) and left.', []],
    ['The text (as of May) was criticised by some (Country A).', [['Country A']]],
  ])('Q9: %s', (source, expected) => {
    expect(named(source)).toEqual(expected);
  });

  it('Q9: whom a delegation spoke for is read inside the bracket', () => {
    const [one] = read(
      'Concern was voiced (Country A on behalf of the Group of 77 and China, Country B).',
    ).attributions;
    expect(one?.delegations.map(({ name, spokenFor }) => [name, spokenFor.onBehalfOf])).toEqual([
      ['Country A', ['Group of 77 and China']],
      ['Country B', []],
    ]);
  });

  it('Q9: offsets of names lie in the source', () => {
    const source = 'Some delegations wanted a good deal less of all of it (Country A,\r\nCountry B).';
    const [one] = read(source).attributions;
    expect(one?.delegations.map(({ start, end }) => source.slice(start, end))).toEqual([
      'Country A',
      'Country B',
    ]);
  });

  it('Q10: sentences that name nobody are put to nobody’s account and stand beside the next that does', () => {
    const { attributions, unattributed } = read(
      'Title\n\nReservations were placed. Concerns were raised (Country A).',
    );
    expect(
      attributions.map(({ text, before, doubts }) => [
        text,
        before.map((b) => b.text),
        doubts.map((d) => d.code),
      ]),
    ).toEqual([['Concerns were raised', ['Reservations were placed.'], ['sentences-before']]]);
    expect(unattributed.map(({ text }) => text)).toEqual(['Reservations were placed.']);
  });

  it('Q10: words of record are those the sentence uses', () => {
    const { attributions } = read(
      'They joined the consensus while placing dissociations on record (Country A). They took note (Country B).',
    );
    expect(attributions.map(({ mentions }) => mentions)).toEqual([['dissociation', 'consensus'], []]);
  });
});
