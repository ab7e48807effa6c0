import { describe, expect, it } from 'vitest';
import { decideMember, decideRemoval, decideRole, roleFits } from '../../../shared/domain/member.ts';
import { CONSTITUENCIES, type Constituency, ROLES, type Role } from '../../../shared/model/participant.ts';
import { AT, LATER, sampleDelegation, sampleParticipant } from '../../contract/rows.ts';

const ids = { participant: 'new', account: 'new-account', delegation: 'new-delegation' } as never;
const wanted = (more: object = {}) => ({
  name: ' Sample person ',
  role: 'delegate' as Role,
  delegation: { name: 'Sample delegation', constituency: 'government' as Constituency | null, region: null },
  ...more,
});

describe('members', () => {
  it('P8: a role speaks for whom it can', () => {
    const fits = (role: Role) =>
      [...CONSTITUENCIES, null].filter((constituency) => roleFits(role, constituency) === null);
    const all = [...CONSTITUENCIES];
    expect(Object.fromEntries(ROLES.map((role) => [role, fits(role)]))).toEqual({
      facilitator: [...all, null],
      drafter: all,
      delegate: ['government'],
      stakeholder: all.filter((constituency) => constituency !== 'government'),
      observer: all,
    });
  });

  it('P8: people of one delegation share it, by name and constituency, however the name is encoded', () => {
    const existing = [{ ...sampleDelegation(), name: 'Délégation'.normalize('NFD') }];
    const join = (name: string, constituency: Constituency, role: Role) =>
      decideMember(
        'doc' as never,
        existing,
        wanted({ role, delegation: { name, constituency, region: null } }),
        ids,
        AT,
      );
    const same = join('Délégation ', 'government', 'delegate');
    expect(same.ok && [same.value.newDelegation, same.value.participant.delegationId]).toEqual([
      null,
      'delegation',
    ]);
    const other = join('Délégation', 'academia', 'stakeholder');
    expect(other.ok && other.value.newDelegation?.id).toBe('new-delegation');
    expect(other.ok && other.value.participant.name).toBe('Sample person');
  });

  it('P8: a delegation has one regional group', () => {
    const withRegion = (region: 'african' | 'weog') =>
      decideMember(
        'doc' as never,
        [sampleDelegation()],
        wanted({ delegation: { name: 'Sample delegation', constituency: 'government', region } }),
        ids,
        AT,
      );
    expect(withRegion('african').ok).toBe(true);
    const other = withRegion('weog');
    expect(!other.ok && other.error.fields?.[0]?.field).toBe('delegation.region');
  });

  it('P7: the last facilitator who is still there can neither leave nor change role', () => {
    const one = { ...sampleParticipant('one'), role: 'facilitator' as const };
    const gone = { ...sampleParticipant('gone'), role: 'facilitator' as const, removedAt: AT };
    const two = { ...sampleParticipant('two'), role: 'facilitator' as const };
    const delegation = sampleDelegation();
    for (const result of [
      decideRole(one, delegation, 'drafter', [one, gone]),
      decideRemoval(one, [one, gone], LATER),
    ])
      expect(!result.ok && result.error.code).toBe('last-facilitator');
    expect(decideRole(one, delegation, 'drafter', [one, two]).ok).toBe(true);
    expect(decideRemoval(one, [one, two], LATER)).toMatchObject({ ok: true, value: { removedAt: LATER } });
  });

  it('P8: a role that does not fit the delegation, or somebody who is gone, changes nothing', () => {
    const drafter = sampleParticipant();
    expect(decideRole(drafter, sampleDelegation(), 'stakeholder', [drafter]).ok).toBe(false);
    const gone = { ...drafter, removedAt: AT };
    expect(decideRole(gone, sampleDelegation(), 'observer', [gone]).ok).toBe(false);
    expect(decideRemoval(gone, [gone], LATER).ok).toBe(false);
  });
});
