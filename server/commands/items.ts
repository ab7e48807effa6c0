import { decideSplit, type WantedItem } from '../../shared/domain/item.ts';
import { dispositionId } from '../../shared/model/disposition.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { factsOf, signatureOf } from './input-facts.ts';
import { unknownParagraph, workingWords } from './known-paragraphs.ts';
import { perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { recordRow } from './record-row.ts';

/** Splits a comment into items that are decided singly. The comment stays as it was written. */
export async function split(
  context: CommandContext,
  request: Request,
  commentId: CommentId,
  wanted: readonly WantedItem[],
): Promise<Result<{ readonly entries: readonly EntryOf<'item'>[] }, Problem>> {
  const about = wanted.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph]));
  const known = about.length === 0 ? null : await workingWords(context, request.documentId);
  return await perform(context, request, 'disposition.decide', 'input.split', async (loaded) => {
    const { rows, document } = loaded;
    const facts = await factsOf(loaded, { noun: 'comment', id: commentId });
    if (!facts.ok) return facts;
    if (facts.value.private)
      return fail(problem('not-permitted', 'a private note of a delegation cannot be split'));
    if (facts.value.withdrawn)
      return fail(problem('withdrawn', 'the comment was withdrawn: it can be closed as noted'));
    const unknown = known === null ? null : await unknownParagraph(loaded, 'items', about, known);
    if (unknown !== null) return fail(unknown);
    const comment = await rows.register.find(document.id, 'comment', commentId);
    if (comment === null) throw new Error(`comment ${commentId} has facts and no row`);
    const items = (await rows.register.ofNoun(document.id, 'item')).map(({ row }) => row);
    const decided = new Set((await rows.register.ofNoun(document.id, 'disposition')).map(({ id }) => id));
    const parts = decideSplit(
      comment.row,
      items.filter((item) => item.commentId === commentId),
      (id) => decided.has(dispositionId({ noun: 'item', id })),
      wanted,
      signatureOf(loaded),
      context.secrets.newId,
    );
    if (!parts.ok) return parts;
    const written = [];
    for (const item of parts.value) written.push(await recordRow(loaded, 'item', item.id, item));
    return ok(performedRows({ entries: written.map(({ entry }) => entry) }, 'input.split', written));
  });
}
