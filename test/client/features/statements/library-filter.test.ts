import { describe, expect, it } from 'vitest';
import {
  libraryChoices,
  libraryOf,
  libraryQuery,
  readLibraryFilter,
} from '../../../../client/features/statements/library/library-filter.ts';
import type { Statement } from '../../../../shared/model/statement.ts';

const statement = (id: string, changes: Partial<Statement> = {}): Statement =>
  ({
    id,
    speaker: 'Norland',
    delegationId: null,
    spokenFor: { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] },
    date: '2026-05-12T00:00:00.000Z',
    meeting: 'Plenary',
    passages: [],
    written: null,
    verified: null,
    paragraphs: [],
    proposals: [],
    withdrawnAt: null,
    ...changes,
  }) as Statement;

const ALL = [
  statement('a'),
  statement('b', { speaker: 'Suland', date: '2026-06-01T00:00:00.000Z' as never, verified: {} as never }),
  statement('c', { paragraphs: ['p1' as never], meeting: 'Hearing', date: null }),
  statement('d', { withdrawnAt: '2026-06-02T00:00:00.000Z' as never }),
  statement('e', {
    passages: [{ manner: 'verbatim', words: { language: 'fr', text: 'Une école' }, recording: null }],
  }),
];
const shown = (query: string): string[] => libraryOf(ALL, readLibraryFilter(query)).map(({ id }) => id);

describe('the library', () => {
  it.each([
    ['', ['b', 'a', 'e', 'c']],
    ['speaker=Suland', ['b']],
    ['meeting=Hearing', ['c']],
    ['date=2026-05-12', ['a', 'e']],
    ['paragraph=p1', ['c']],
    ['verified=yes', ['b']],
    ['verified=no', ['a', 'e', 'c']],
    ['verified=perhaps', ['b', 'a', 'e', 'c']],
    ['words=ECOLE', ['e']],
    ['speaker=Norland&words=nothing', []],
  ])('U201: shows what the address asks for, latest day first: %s', (query, ids) => {
    expect(shown(query)).toEqual(ids);
  });

  it('U201: the address holds the filter', () => {
    const filter = readLibraryFilter('speaker=A%26B&verified=no');
    expect(libraryQuery(filter)).toBe('?speaker=A%26B&verified=no');
    expect(readLibraryFilter(libraryQuery(filter).slice(1))).toEqual(filter);
    expect(libraryQuery(readLibraryFilter(''))).toBe('');
  });

  it('U201: offers what there is, without what was taken out', () => {
    const choices = libraryChoices(ALL, 'en');
    expect(choices.speakers).toEqual(['Norland', 'Suland']);
    expect(choices.days).toEqual(['2026-06-01', '2026-05-12']);
    expect([...choices.paragraphs]).toEqual(['p1']);
  });
});
