import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../client/features/proposals/page/history.ts';
import type {
  DelegationId,
  DocumentId,
  IsoTime,
  ParticipantId,
  ProposalId,
} from '../../../../shared/model/ids.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';

const at = (day: number) => `2026-01-0${day}T00:00:00.000Z` as IsoTime;
const by = {
  participantId: 'p' as ParticipantId,
  delegationId: 'a' as DelegationId,
  onBehalfOf: null,
  at: at(1),
};
const FIRST: Proposal = {
  id: 'one' as ProposalId,
  documentId: 'd' as DocumentId,
  by,
  text: 'working',
  amends: null,
  changes: [],
  rationale: '',
  sponsors: [],
  visibility: 'public',
  compromises: [],
  editedAt: null,
  withdrawnAt: null,
};
const sponsor = (state: 'asked' | 'accepted') => ({
  delegationId: 'b' as DelegationId,
  askedBy: 'q' as ParticipantId,
  askedAt: at(2),
  state,
  answeredAt: null,
});
const OFFER = { changes: [], reason: 'a bridge', by: { ...by, at: at(4) }, answer: null };

describe('U96: the history of a proposal is read out of its revisions', () => {
  it('names every act once, in order', () => {
    const rows: readonly Proposal[] = [
      FIRST,
      { ...FIRST, sponsors: [sponsor('asked')] },
      { ...FIRST, sponsors: [sponsor('accepted')], editedAt: at(3), rationale: 'Since' },
      { ...FIRST, sponsors: [sponsor('accepted')], editedAt: at(3), compromises: [OFFER] },
      {
        ...FIRST,
        sponsors: [sponsor('accepted')],
        editedAt: at(3),
        compromises: [{ ...OFFER, answer: { accepted: false, reason: 'no', by: { ...by, at: at(5) } } }],
      },
      { ...FIRST, sponsors: [sponsor('accepted')], editedAt: at(3), withdrawnAt: at(6) },
    ];
    const entries = rows.map(
      (row, k): RegisterEntry => ({
        noun: 'proposal',
        documentId: row.documentId,
        id: row.id,
        seq: k + 1,
        revision: k + 1,
        at: at(k + 1),
        row,
      }),
    );
    expect(historyOf(entries.toReversed()).map(({ kind, revision }) => [kind, revision])).toEqual([
      ['proposed', 1],
      ['asked', 2],
      ['edited', 3],
      ['accepted', 3],
      ['offered', 4],
      ['answeredNo', 5],
      ['withdrawn', 6],
    ]);
  });
});
