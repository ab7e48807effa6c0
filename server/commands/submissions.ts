import { INPUT_LENGTH } from '../../shared/api/limits.ts';
import type { AskedSubmission } from '../../shared/api/submission.ts';
import { aboutParagraphs, decideSubmission } from '../../shared/domain/submission.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { unknownParagraph, workingWords } from './known-paragraphs.ts';
import { perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { stand } from './stand.ts';
import { onText } from './write-comment.ts';

/** Enters a submission: one comment on the whole text, and its answers as items, in one act. */
export async function enterSubmission(
  context: CommandContext,
  request: Request,
  { text, ...asked }: AskedSubmission,
): Promise<
  Result<{ readonly entry: EntryOf<'comment'>; readonly items: readonly EntryOf<'item'>[] }, Problem>
> {
  const wanted = {
    ...asked,
    answers: asked.answers.map((answer) => ({ ...answer, parts: answer.parts ?? wholeOf(answer.text) })),
  };
  const anchor = await stand(context, request.documentId, { scope: 'text', text }, '');
  const about = aboutParagraphs(wanted);
  const known = about.length === 0 ? null : await workingWords(context, request.documentId);
  return await perform(context, request, 'comment.write', 'comment.write', async (loaded) => {
    const { rows, document, participant } = loaded;
    const on = onText(loaded, { text }, anchor);
    if (!on.ok) return on;
    const strange = known === null ? null : await unknownParagraph(loaded, 'answers', about, known);
    if (strange !== null) return fail(strange);
    const decided = decideSubmission(wanted, {
      id: context.secrets.newId() as CommentId,
      documentId: document.id,
      on: on.value,
      delegations: new Set((await rows.delegations.ofDocument(document.id)).map(({ id }) => id)),
      facilitator: participant.role === 'facilitator',
      by: signatureOf(loaded),
      newId: context.secrets.newId,
      most: INPUT_LENGTH,
    });
    if (!decided.ok) return decided;
    const { comment, items } = decided.value;
    const head = await recordRow(loaded, 'comment', comment.id, comment);
    const parts = [];
    for (const item of items) parts.push(await recordRow(loaded, 'item', item.id, item));
    return ok({
      answer: { entry: head.entry, items: parts.map(({ entry }) => entry) },
      subject: head.subject,
      row: head.row,
      further: parts.map(({ subject, row }) => ({ act: 'input.split' as const, subject, row })),
      events: (parts.at(-1) ?? head).events,
    });
  });
}

const wholeOf = (text: string) => (text === '' ? [] : [{ start: 0, end: text.length, paragraph: null }]);
