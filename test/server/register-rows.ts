import { secrets } from '../../server/secrets.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { CommentId, DocumentId, ParagraphId, ProposalId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import type { RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { Harness, Member } from './harness.ts';

/** Writes a row into the register as it would stand there, without asking who may. */
export const record = <Noun extends RegisterNoun>(
  harness: Harness,
  documentId: string,
  noun: Noun,
  row: RegisterRowOf[Noun],
) =>
  harness.store.transact((rows) =>
    rows.register.append(documentId as DocumentId, noun, row.id, row, harness.clock.now()),
  );

async function signature(harness: Harness, { id }: Member): Promise<Comment['by']> {
  const participant = await harness.store.rows.participants.find(id as never);
  if (participant === null) throw new Error(`no participant ${id}`);
  return {
    participantId: participant.id,
    delegationId: participant.delegationId,
    onBehalfOf: null,
    at: harness.clock.now(),
  };
}

/** A comment on a paragraph of the working text, or as `changes` say. */
export async function newComment(
  harness: Harness,
  documentId: string,
  author: Member,
  changes: Partial<Comment> = {},
): Promise<Comment> {
  const row: Comment = {
    id: secrets.newId() as CommentId,
    documentId: documentId as DocumentId,
    by: await signature(harness, author),
    on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
    kind: 'comment',
    nature: 'substantive',
    text: 'The text should say more.',
    addressed: { delegations: [], groups: [] },
    visibility: 'public',
    settledAt: null,
    editedAt: null,
    withdrawnAt: null,
    ...changes,
  };
  await record(harness, documentId, 'comment', row);
  return row;
}

/** A proposal to delete a paragraph, or as `changes` say. */
export async function newProposal(
  harness: Harness,
  documentId: string,
  author: Member,
  changes: Partial<Proposal> = {},
): Promise<Proposal> {
  const row: Proposal = {
    id: secrets.newId() as ProposalId,
    documentId: documentId as DocumentId,
    by: await signature(harness, author),
    text: 'working',
    amends: null,
    changes: [
      {
        id: secrets.newId() as never,
        act: 'delete',
        paragraph: 'p1' as ParagraphId,
        base: { label: '1', kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] },
        wording: [],
        after: null,
      },
    ],
    rationale: '',
    sponsors: [],
    visibility: 'public',
    compromises: [],
    editedAt: null,
    withdrawnAt: null,
    ...changes,
  };
  await record(harness, documentId, 'proposal', row);
  return row;
}
