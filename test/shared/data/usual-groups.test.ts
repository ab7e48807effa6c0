import { describe, expect, it } from 'vitest';
import { stateByCode } from '../../../shared/data/find-state.ts';
import { membersOn, readMembers, type UsualGroup } from '../../../shared/data/usual-group.ts';
import { USUAL_GROUPS } from '../../../shared/data/usual-groups.ts';

const groupOf = (id: string): UsualGroup => {
  const group = USUAL_GROUPS.find((one) => one.id === id);
  if (group === undefined) throw new Error(`no group ${id}`);
  return group;
};

describe('usual groups', () => {
  it('G3: every member is a State of the list, once at a time, and every group has a source', () => {
    for (const group of USUAL_GROUPS) {
      const codes = group.members.map(({ code }) => code);
      expect(
        codes.filter((code) => stateByCode(code) === null),
        group.id,
      ).toEqual([]);
      expect(new Set(codes).size, group.id).toBe(codes.length);
      expect(group.source, group.id).not.toBe('');
      for (const { from, until } of group.members)
        if (from !== null && until !== null) expect(from < until, group.id).toBe(true);
    }
    expect(new Set(USUAL_GROUPS.map(({ id }) => id)).size).toBe(USUAL_GROUPS.length);
  });

  it('G3: the groups are as large as their sources say', () => {
    expect(
      Object.fromEntries(USUAL_GROUPS.map((group) => [group.id, membersOn(group, null).length])),
    ).toEqual({
      'african-group': 54,
      grulac: 33,
      eu: 27,
      'arab-group': 22,
      asean: 11,
      // And Montserrat.
      caricom: 14,
      // And four that are no Member States: 18.
      'pacific-islands-forum': 14,
      'g77-and-china': 134,
      nam: 121,
      oic: 57,
      canz: 3,
      ldcs: 44,
      lldcs: 32,
      // And the Cook Islands and Niue: 39.
      sids: 37,
      aosis: 37,
    });
  });

  it.each([
    ['eu', 'GBR', '1972-12-31', false],
    ['eu', 'GBR', '2020-01-31', true],
    ['eu', 'GBR', '2020-02-01', false],
    ['eu', 'HRV', '2013-06-30', false],
    ['eu', 'HRV', '2013-07-01', true],
    ['ldcs', 'VUT', '2020-12-03', true],
    ['ldcs', 'VUT', '2020-12-04', false],
    ['ldcs', 'STP', '2024-12-12', true],
    ['ldcs', 'STP', '2024-12-13', false],
    // Only the year is known.
    ['ldcs', 'MDV', '2010-12-31', true],
    ['ldcs', 'MDV', '2011-01-01', false],
    ['asean', 'TLS', '2025-10-25', false],
    ['asean', 'TLS', '2025-10-26', true],
    ['nam', 'SSD', '2024-01-16', false],
    ['african-group', 'KEN', '2026-11-22', true],
  ] as const)('G3: in %s, %s on %s: %s', (id, code, day, expected) => {
    expect(membersOn(groupOf(id), day).includes(code)).toBe(expected);
  });

  it('G3: the least developed countries were 47 in 2018 and 46 in 2022, as the United Nations counted them', () => {
    expect(membersOn(groupOf('ldcs'), '2018-06-01')).toHaveLength(47);
    expect(membersOn(groupOf('ldcs'), '2022-06-01')).toHaveLength(46);
  });

  it('G3: the small island developing States and their alliance are the same Member States', () => {
    expect(new Set(membersOn(groupOf('sids'), null))).toEqual(new Set(membersOn(groupOf('aosis'), null)));
  });

  it('a membership that does not read is a bug', () => {
    expect(() => readMembers('FRA france')).toThrow(/france/);
    expect(readMembers('FRA@1958-01-01/2020 DEU')).toEqual([
      { code: 'FRA', from: '1958-01-01', until: '2020' },
      { code: 'DEU', from: null, until: null },
    ]);
  });
});
