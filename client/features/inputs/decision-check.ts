import type { Input } from '../../../shared/domain/input.ts';
import { DECISIONS, type Decision } from '../../../shared/model/disposition.ts';
import type { DecisionDraft } from './decision-shelf.ts';

/** What a decision still lacks; the server would refuse it with the same words. */
export type Lack = 'needsDecision' | 'needsReason' | 'needsDuplicate';

/** These explain themselves. */
export const isSelfEvident = (decision: Decision | null): boolean =>
  decision === 'accepted' || decision === 'duplicate';

export function lackOf({ decision, reason, duplicateOf }: DecisionDraft): Lack | null {
  if (decision === null) return 'needsDecision';
  if (decision === 'duplicate' && duplicateOf === null) return 'needsDuplicate';
  if (!isSelfEvident(decision) && reason.trim() === '') return 'needsReason';
  return null;
}

/** Decisions that can be made on all of these here: a proposal is accepted on its own page, what was withdrawn is noted. */
export function openDecisions(inputs: readonly Pick<Input, 'on' | 'withdrawn'>[]): readonly Decision[] {
  const withdrawn = inputs.some((input) => input.withdrawn);
  const proposals = inputs.some(({ on }) => on.noun === 'proposal');
  return DECISIONS.filter(
    (decision) =>
      (!withdrawn || decision === 'noted') &&
      (!proposals || (decision !== 'accepted' && decision !== 'accepted-in-part')),
  );
}
