import type { InputFacts } from '../../shared/domain/disposition.ts';
import { sendersOf } from '../../shared/domain/sender.ts';
import { dispositionId, type InputSubject } from '../../shared/model/disposition.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Signature } from '../../shared/model/signature.ts';
import type { Rows } from '../ports/rows.ts';
import type { Loaded } from './perform.ts';

/** Whose act this is, and when. */
export const signatureOf = ({ participant, delegation, now }: Loaded): Signature => ({
  participantId: participant.id,
  delegationId: delegation.id,
  onBehalfOf: null,
  at: now,
});

/** A signer in words: the person and whom they spoke for. */
export async function signerName(rows: Rows, by: Signature): Promise<string> {
  const person: Participant | null = await rows.participants.find(by.participantId);
  const delegation: Delegation | null = await rows.delegations.find(by.delegationId);
  return `${person?.name ?? 'somebody'} (${delegation?.name ?? 'unknown'})`;
}

const missing = (on: InputSubject): { readonly ok: false; readonly error: Problem } =>
  fail(problem('not-found', `there is no such ${on.noun}: ${on.id}`));

/** What a decision on this input depends on. A private note of another delegation is not there. */
export const factsOf = async (loaded: Loaded, on: InputSubject): Promise<Result<InputFacts, Problem>> =>
  factsAmong(loaded, on, on.noun === 'proposal' ? await beingAccepted(loaded) : NONE);

async function factsAmong(
  loaded: Loaded,
  on: InputSubject,
  applying: ReadonlySet<string>,
): Promise<Result<InputFacts, Problem>> {
  const input = await inputRow(loaded, on);
  if (input === null) return missing(on);
  const { rows, document, delegation } = loaded;
  const isPrivate = input.row.visibility === 'delegation';
  if (isPrivate && input.row.by.delegationId !== delegation.id) return missing(on);
  const decided = await rows.register.find(document.id, 'disposition', dispositionId(on));
  return ok({
    documentId: document.id,
    on,
    comment: input.noun === 'comment' ? input.row.id : null,
    by: input.row.by,
    senders: sendersOf(input.row),
    private: isPrivate,
    withdrawn: input.row.withdrawnAt !== null,
    beingAccepted: applying.has(on.id),
    decided:
      decided === null
        ? null
        : {
            row: decided.row,
            revision: decided.revision,
            who: await signerName(rows, decided.row.by),
          },
  });
}

/** The comment or proposal behind a subject; an item that was taken back is not there. */
async function inputRow({ rows, document }: Loaded, on: InputSubject) {
  if (on.noun === 'proposal') return await rows.register.find(document.id, 'proposal', on.id);
  if (on.noun === 'comment') return await rows.register.find(document.id, 'comment', on.id);
  const item = await rows.register.find(document.id, 'item', on.id);
  if (item === null || item.row.start === item.row.end) return null;
  return await rows.register.find(document.id, 'comment', item.row.commentId);
}

const NONE: ReadonlySet<string> = new Set();

/** Proposals that are being written into the text at this moment. */
export async function beingAccepted({
  rows,
  document,
}: Pick<Loaded, 'rows' | 'document'>): Promise<ReadonlySet<string>> {
  const acceptances = await rows.register.ofNoun(document.id, 'acceptance');
  return new Set(
    acceptances.filter(({ row }) => row.state === 'applying').map(({ row }) => row.proposalId as string),
  );
}

/** Facts of several inputs, or the first problem. */
export async function allFacts(
  loaded: Loaded,
  inputs: readonly InputSubject[],
): Promise<Result<readonly InputFacts[], Problem>> {
  const applying = inputs.some(({ noun }) => noun === 'proposal') ? await beingAccepted(loaded) : NONE;
  const facts: InputFacts[] = [];
  for (const on of inputs) {
    const found = await factsAmong(loaded, on, applying);
    if (!found.ok) return found;
    facts.push(found.value);
  }
  return ok(facts);
}
