import { describe, expect, it } from 'vitest';
import { recipients } from '../../../shared/domain/recipients.ts';
import type { Audience } from '../../../shared/domain/telling.ts';
import { ANN, AT, FACILITATORS, LATER, person } from './notice-sketch.ts';

const someone = (id: string, delegationId: string, role = 'delegate', removedAt: string | null = null) => ({
  id,
  delegationId,
  role,
  removedAt,
});
const directory = {
  participants: [
    someone('ann', 'a'),
    someone('amy', 'a'),
    someone('bob', 'b'),
    someone('old', 'b', 'delegate', AT),
    someone('fay', 'f', 'facilitator'),
  ],
  groups: [
    {
      id: 'g',
      members: [
        { delegationId: 'a', from: AT, until: null },
        { delegationId: 'b', from: AT, until: AT },
      ],
    },
  ],
  actor: 'amy',
  now: LATER,
};
const told = (to: readonly object[]) =>
  recipients(to as readonly Audience[], directory as never).map(({ id }) => id as string);

describe('who is told of what', () => {
  it.each([
    ['all who still have access, but not who did it', [{ kind: 'everybody' }], ['ann', 'bob', 'fay']],
    ['the facilitators', [FACILITATORS], ['fay']],
    ['one person', [ANN], ['ann']],
    ['never who did it', [person('amy', 'a')], []],
    ['the delegation of somebody whose access has ended', [person('old', 'b')], ['bob']],
    ['each once', [ANN, { kind: 'delegation', delegationId: 'a' }], ['ann']],
    ['a group’s members of today', [{ kind: 'group', groupId: 'g' }], ['ann']],
    ['nobody for a group that is not there', [{ kind: 'group', groupId: 'none' }], []],
  ])('E3: told are %s', (_who, to, expected) => {
    expect(told(to)).toEqual(expected);
  });
});
