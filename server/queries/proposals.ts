import type { ProposalId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import { viewerOf } from './register.ts';

type ProposalEntry = EntryOf<'proposal'>;

/** All proposals that a visitor sees, in the order in which they were made. */
export async function listProposals(
  { store, registers }: QueryContext,
  visitor: Visitor,
): Promise<Result<{ readonly proposals: readonly { readonly entry: ProposalEntry }[] }, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const register = await registers.of(id);
  const viewer = viewerOf(visitor);
  const entries = await store.rows.register.ofNoun(id, 'proposal');
  const seen = entries.filter((entry) => asSeenBy(entry, viewer, register) !== null);
  return ok({ proposals: seen.map((entry) => ({ entry })) });
}

/** One proposal. */
export async function findProposal(
  { store, registers }: QueryContext,
  visitor: Visitor,
  id: ProposalId,
): Promise<Result<{ readonly entry: ProposalEntry }, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const entry = await store.rows.register.find(visitor.document.id, 'proposal', id);
  const register = await registers.of(visitor.document.id);
  if (entry === null || asSeenBy(entry, viewerOf(visitor), register) === null) return notFound('proposal');
  return ok({ entry });
}
