import type { AskedAnchor } from '../../shared/api/asked-anchor.ts';
import type { WantedComment } from '../../shared/api/comment.ts';
import { newComment } from '../../shared/domain/comment.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { Addressees, CommentTarget } from '../../shared/model/comment.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { can } from '../../shared/policy/can.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { signed } from './signed.ts';
import { stand } from './stand.ts';

export const wrongField = (field: string, said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]));

/** Writes a comment: on words, a paragraph, a whole text or what is missing, or on a proposal. */
export async function writeComment(
  context: CommandContext,
  request: Request,
  wanted: WantedComment,
): Promise<Result<EntryOf<'comment'>, Problem>> {
  const { on } = wanted;
  const anchor = on.noun === 'text' ? await stand(context, request.documentId, on.anchor, 'on.') : null;
  return await perform(context, request, 'comment.write', 'comment.write', async (loaded) => {
    const target = await targetOf(loaded, wanted, anchor);
    if (!target.ok) return target;
    const unknown = await unknownAddressee(loaded, wanted.addressed);
    if (unknown !== null) return unknown;
    const by = await signed(loaded, wanted.onBehalfOf);
    if (!by.ok) return by;
    const id = context.secrets.newId() as CommentId;
    const row = newComment(id, loaded.document.id, by.value, target.value, wanted);
    const { entry, ...recorded } = await recordRow(loaded, 'comment', id, row);
    return ok({ answer: entry, ...recorded });
  });
}

async function targetOf(
  loaded: Loaded,
  { on }: Pick<WantedComment, 'on'>,
  anchor: Result<Anchor, Problem> | null,
): Promise<Result<CommentTarget, Problem>> {
  if (on.noun === 'text') return onText(loaded, on.anchor, anchor as Result<Anchor, Problem>);
  if (on.noun === 'statement') {
    const statement = await seenSubject(loaded, 'statement', on.id);
    if (statement === null) return wrongField('on.id', 'is no statement of this document');
    if (statement.withdrawnAt !== null)
      return fail(problem('withdrawn', 'this was taken out of the library: it takes no more comments'));
    return ok({ noun: 'statement', id: statement.id });
  }
  const proposal = await seenSubject(loaded, 'proposal', on.id);
  if (proposal === null) return wrongField('on.id', 'is no proposal of this document');
  if (proposal.withdrawnAt !== null)
    return fail(problem('withdrawn', 'this proposal was withdrawn: it takes no more comments'));
  return ok({ noun: 'proposal', id: proposal.id });
}

/** A place in a text that the author may see. Whoever may not is told nothing of it, not even that a place is wrong. */
export function onText(
  { participant, delegation, document }: Loaded,
  { text }: Pick<AskedAnchor, 'text'>,
  anchor: Result<Anchor, Problem>,
): Result<CommentTarget, Problem> {
  const action = text === 'working' ? 'text.view' : 'version.view';
  const actor = { role: participant.role, constituency: delegation.constituency };
  const permission = can(actor, action, document);
  if (!permission.allowed) return fail(notPermitted(action, permission.reason));
  return anchor.ok ? ok({ noun: 'text', anchor: anchor.value }) : anchor;
}

async function unknownAddressee({ rows, document }: Loaded, { delegations, groups }: Addressees) {
  const known = new Set((await rows.delegations.ofDocument(document.id)).map(({ id }) => id));
  const stranger = delegations.find((id) => !known.has(id));
  if (stranger !== undefined) return wrongField('addressed.delegations', `names no delegation: ${stranger}`);
  for (const id of groups)
    if ((await rows.register.find(document.id, 'group', id)) === null)
      return wrongField('addressed.groups', `names no group: ${id}`);
  return null;
}
