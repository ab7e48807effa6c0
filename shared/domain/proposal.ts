import type { Proposal } from '../model/proposal.ts';

/** A proposal as it is first written. */
export const newProposal = (
  written: Pick<
    Proposal,
    'id' | 'documentId' | 'by' | 'text' | 'amends' | 'changes' | 'rationale' | 'visibility'
  >,
): Proposal => ({ ...written, sponsors: [], compromises: [], editedAt: null, withdrawnAt: null });
