import type { DelegationId, IsoTime, ParagraphId, ParticipantId, ProposalId } from '../model/ids.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Acceptance, AppliedChange } from '../model/proposal.ts';

/** One proposal that shaped a paragraph. */
export interface Shaping {
  readonly acceptance: string;
  readonly proposal: ProposalId;
  readonly delegations: readonly DelegationId[];
  readonly acceptedBy: ParticipantId;
  readonly at: IsoTime;
  readonly changes: readonly AppliedChange[];
}

/**
 * Who shaped a paragraph, oldest first: what was taken up into it, or into a paragraph that it was split from or that
 * was joined into it.
 */
export function shapingsOf(
  id: ParagraphId,
  paragraphs: readonly Pick<Paragraph, 'id' | 'from'>[],
  acceptances: readonly Acceptance[],
): Shaping[] {
  const line = ancestry(id, paragraphs, acceptances);
  return acceptances
    .filter(({ state }) => state === 'applied')
    .map((acceptance) => ({
      acceptance,
      changes: acceptance.changes.filter(({ paragraphs: led }) => led.some((one) => line.has(one))),
    }))
    .filter(({ changes }) => changes.length > 0)
    .map(({ acceptance: { id: acceptance, proposalId, delegations, by }, changes }) => ({
      acceptance,
      proposal: proposalId,
      delegations,
      acceptedBy: by.participantId,
      at: by.at,
      changes,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A paragraph and all it came from: by what paragraphs remember, and by acceptances that split one into several. */
function ancestry(
  id: ParagraphId,
  paragraphs: readonly Pick<Paragraph, 'id' | 'from'>[],
  acceptances: readonly Acceptance[],
): ReadonlySet<ParagraphId> {
  const parents = new Map<ParagraphId, readonly ParagraphId[]>(paragraphs.map((one) => [one.id, one.from]));
  for (const { state, changes } of acceptances)
    for (const { act, paragraphs: led } of changes)
      if (state === 'applied' && act === 'replace')
        for (const part of led.slice(1))
          parents.set(part, [...(parents.get(part) ?? []), led[0] as ParagraphId]);
  const line = new Set<ParagraphId>([id]);
  for (const one of line) for (const parent of parents.get(one) ?? []) line.add(parent);
  return line;
}
