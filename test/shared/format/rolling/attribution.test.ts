import { describe, expect, it } from 'vitest';
import { attributionOf, together } from '../../../../shared/format/rolling/attribution.ts';
import type { DelegationId, GroupId, ParticipantId } from '../../../../shared/model/ids.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { at, group, proposal, rowsOf, signed } from '../../domain/register-sketch.ts';

const names = {
  delegations: new Map(['a', 'b', 'c'].map((id) => [id, { name: `Delegation ${id.toUpperCase()}` }])),
  groups: rowsOf(group('Group G', 'a', 'b')),
};
const sponsor = (id: string, state: 'accepted' | 'asked' | 'declined' | 'left') => ({
  delegationId: id as DelegationId,
  askedBy: 'x' as ParticipantId,
  askedAt: at(1),
  state,
  answeredAt: null,
});
const said = (more: Partial<Proposal>) => attributionOf(proposal('p', '1', more), names, at(5)).names;

describe('attribution', () => {
  it('L14: proposer and accepted co-sponsors, not those who only asked', () => {
    const sponsors = [sponsor('c', 'accepted'), sponsor('b', 'asked')];
    expect(said({ sponsors })).toBe('Delegation A, Delegation C');
  });

  it('L14: a group when the proposer spoke for it, with co-sponsors outside it beside', () => {
    const by = { ...signed('a'), onBehalfOf: 'Group G' as GroupId };
    expect(said({ by })).toBe('Group G');
    expect(said({ by, sponsors: [sponsor('c', 'accepted'), sponsor('b', 'accepted')] })).toBe(
      'Group G, Delegation C',
    );
  });

  it('L14: a group when all its members stand behind it, never for some of them', () => {
    expect(said({ sponsors: [sponsor('b', 'accepted')] })).toBe('Group G');
    expect(said({ sponsors: [sponsor('b', 'left')] })).toBe('Delegation A');
    expect(said({ sponsors: [sponsor('b', 'accepted'), sponsor('c', 'accepted')] })).toBe(
      'Delegation A, Delegation B, Delegation C',
    );
  });

  it('L5: several who want the same are named together, once each', () => {
    const one = attributionOf(proposal('p', '1'), names, at(5));
    const two = attributionOf(proposal('q', '1', { by: signed('c') }), names, at(5));
    expect(together([one, two, one])).toMatchObject({
      names: 'Delegation A, Delegation C',
      proposals: ['p', 'q'],
    });
  });
});
