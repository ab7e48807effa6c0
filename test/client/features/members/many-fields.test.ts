import { describe, expect, it } from 'vitest';
import { invitationCsv, invitationLines } from '../../../../client/features/members/invitation-table.ts';
import {
  inviteManyOf,
  readNames,
  statesHere,
  statesOf,
  toInvite,
} from '../../../../client/features/members/many-fields.ts';

const TODAY = '2026-11-22';
const codes = (states: readonly { readonly code: string }[]) => states.map(({ code }) => code);
const government = (name: string) => ({ name, constituency: 'government' }) as const;

describe('choosing many States', () => {
  it('U240: a list stands for its States on that day', () => {
    expect([
      statesOf('members', TODAY).length,
      statesOf('region:grulac', TODAY).length,
      statesOf('observers', TODAY).length,
      statesOf('group:eu', TODAY).length,
      statesOf('group:eu', '2019-01-01').length,
      statesOf('group:none', TODAY).length,
    ]).toEqual([193, 33, 3, 27, 28, 0]);
  });

  it('U240: names are recognised however they are listed; what means no State stays', () => {
    const { states, unknown } = readNames(
      '1. Kenya\n- Côte d’Ivoire; République de Corée\tUSA\n\n Atlantis \nКения\n肯尼亚\nKorea\n',
    );
    expect(codes(states)).toEqual(['KEN', 'CIV', 'KOR', 'USA']);
    expect(unknown).toEqual(['Atlantis', 'Korea']);
  });

  it('U240: who takes part already is not invited again, under any name', () => {
    const here = statesHere([
      government('Republic of Kenya'),
      government('السنغال'),
      { name: 'Chad', constituency: 'private-sector' },
      government('Delegation A'),
    ]);
    expect([...here].sort()).toEqual(['KEN', 'SEN']);
    const chosen = new Set(['KEN', 'SEN', 'TCD', 'CHE', 'ESP']);
    expect(codes(toInvite('en', chosen, here))).toEqual(['TCD', 'ESP', 'CHE']);
    expect(codes(toInvite('fr', chosen, here))).toEqual(['ESP', 'CHE', 'TCD']);
  });

  it('U240: the request names delegations in one language and persons as written', () => {
    const states = toInvite('en', new Set(['KEN', 'CHE', 'EUE']), new Set());
    const persons = new Map([['CHE', ' Sample person ']]);
    expect(inviteManyOf(states, 'fr', persons, (name) => `Delegation of ${name}`)).toEqual({
      delegations: [
        {
          name: 'Union européenne',
          constituency: 'international-organisation',
          region: null,
          person: 'Delegation of Union européenne',
        },
        {
          name: 'Kenya',
          constituency: 'government',
          region: 'african',
          person: 'Delegation of Kenya',
        },
        { name: 'Suisse', constituency: 'government', region: 'weog', person: 'Sample person' },
      ],
    });
  });

  it('U241: links are a table that no spreadsheet runs', () => {
    const invited = [
      {
        participant: { name: '=HYPERLINK("x")' },
        delegation: { name: 'Delegation "A", and others' },
        url: 'https://example.org/enter#token=t',
      },
    ] as never;
    expect(invitationCsv(['Delegation', 'Name', 'Link'], invited)).toBe(
      '\uFEFF"Delegation","Name","Link"\r\n' +
        '"Delegation ""A"", and others","\'=HYPERLINK(""x"")","https://example.org/enter#token=t"\r\n',
    );
    expect(invitationLines(invited)).toBe(
      'Delegation "A", and others\t=HYPERLINK("x")\thttps://example.org/enter#token=t',
    );
  });
});
