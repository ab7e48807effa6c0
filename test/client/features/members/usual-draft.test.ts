import { describe, expect, it } from 'vitest';
import type { DirectoryDelegation } from '../../../../client/api/register/register-copy.ts';
import { inReadersOrder, nameForReader, stateOf } from '../../../../client/features/members/states.ts';
import { regionalMembers, usualDraft } from '../../../../client/features/members/usual-draft.ts';

const TODAY = '2026-11-22';
const delegation = (id: string, name: string, more: object = {}) =>
  ({ id, name, constituency: 'government', region: null, ...more }) as unknown as DirectoryDelegation;

const HERE = [
  delegation('fr', 'France', { region: 'weog' }),
  delegation('pl', 'Republic of Poland', { region: 'eastern-european' }),
  delegation('gb', 'United Kingdom', { region: 'weog' }),
  delegation('sv', 'Suède'),
  delegation('co', 'Malta', { constituency: 'private-sector' }),
];

describe('a usual group as the beginning of a group', () => {
  it('U242: its members among the delegations here, since when the list says, and who is not here', () => {
    const filled = usualDraft('eu', HERE, 'en', TODAY);
    expect(filled?.draft).toEqual({
      name: 'European Union',
      spokesperson: null,
      members: [
        { delegationId: 'fr', from: '1958-01-01', until: '' },
        { delegationId: 'pl', from: '2004-05-01', until: '' },
        { delegationId: 'sv', from: '1995-01-01', until: '' },
      ],
    });
    expect([filled?.absent.length, filled?.absent[0], filled?.absent.at(-1)]).toEqual([
      24,
      'Austria',
      'Spain',
    ]);
    expect(filled?.group.source).toContain('countrygroups');
    expect(usualDraft('eu', HERE, 'fr', TODAY)?.absent[0]).toBe('Allemagne');
    expect(usualDraft('none', HERE, 'en', TODAY)).toBeNull();
  });

  it('U243: regional groups hold the governments that are here, and none is empty', () => {
    expect(regionalMembers(HERE)).toEqual([
      ['eastern-european', ['pl']],
      ['weog', ['fr', 'gb']],
    ]);
  });
});

describe('delegations in lists', () => {
  it('U244: a name stays as it was entered; the reader’s name of the State stands beside it where it is another', () => {
    const [france, poland, , sweden, company] = HERE as [never, never, never, never, never];
    expect([nameForReader(france, 'en'), nameForReader(poland, 'en'), nameForReader(sweden, 'ar')]).toEqual([
      null,
      'Poland',
      'السويد',
    ]);
    expect([stateOf(company), nameForReader(company, 'ar')]).toEqual([null, null]);
  });

  it('U244: they stand in the reader’s alphabet', () => {
    const order = (language: 'en' | 'fr') =>
      inReadersOrder(language, HERE, (one) => one).map(({ id }) => id as string);
    expect(order('en')).toEqual(['fr', 'co', 'pl', 'sv', 'gb']);
    expect(order('fr')).toEqual(['fr', 'co', 'pl', 'gb', 'sv']);
  });
});
