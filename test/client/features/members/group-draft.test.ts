import { describe, expect, it } from 'vitest';
import { draftOf, EMPTY_GROUP, groupRequestOf } from '../../../../client/features/members/group-draft.ts';
import type { Group } from '../../../../shared/model/group.ts';

const group = {
  name: 'Group G',
  members: [
    { delegationId: 'a', from: '2026-01-05T13:20:00.000Z', until: null },
    { delegationId: 'b', from: '2026-01-05T13:20:00.000Z', until: '2026-03-01T09:00:00.000Z' },
  ],
  spokesperson: 'a',
} as unknown as Group;

describe('a group being changed', () => {
  it('U163: looking at a group and saving it changes nothing', () => {
    const { name, members, spokesperson } = group;
    expect(groupRequestOf(draftOf(group), group)).toEqual({ name, members, spokesperson });
  });

  it('U163: a day that was chosen begins at midnight UTC; none leaves it to the server', () => {
    const draft = draftOf(group);
    const [a, b] = draft.members;
    const request = groupRequestOf(
      {
        ...draft,
        members: [
          { ...(a as NonNullable<typeof a>), from: '2026-02-01' },
          { ...(b as NonNullable<typeof b>), until: '' },
          { delegationId: 'c' as never, from: '', until: '' },
        ],
      },
      group,
    );
    expect(request.members.map(({ from, until }) => [from, until])).toEqual([
      ['2026-02-01T00:00:00.000Z', null],
      ['2026-01-05T13:20:00.000Z', null],
      [null, null],
    ]);
  });

  it('U163: who leaves the group no longer speaks for it', () => {
    expect(groupRequestOf({ ...draftOf(group), members: [] }, group).spokesperson).toBeNull();
    expect(groupRequestOf({ ...EMPTY_GROUP, name: ' New ' }, null)).toEqual({
      name: 'New',
      members: [],
      spokesperson: null,
    });
  });
});
