import type { Authorship } from '../../shared/api/text.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { workingText } from './texts.ts';

/** Who wrote the working text and who deleted what, with names and labels. */
export async function whoWroteThis(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<Authorship, Problem>> {
  const text = await workingText(context, visitor);
  if (!text.ok) return text;
  const { id } = visitor.document;
  const { rows } = context.store;
  const written = await context.authorship.authorship(id);
  const heads = new Map(text.value.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const delegations = new Map((await rows.delegations.ofDocument(id)).map((d) => [d.id, d.name]));
  const people = Object.fromEntries(
    (await rows.participants.ofDocument(id)).map((participant) => [
      participant.id,
      { name: participant.name, delegation: delegations.get(participant.delegationId) ?? '' },
    ]),
  );
  const paragraphs = written.paragraphs.map(({ id: paragraph, runs }) => {
    const head = heads.get(paragraph);
    return {
      id: paragraph,
      label: head?.label ?? '',
      kind: head?.kind ?? ('plain' as const),
      level: head?.level ?? 0,
      dir: head?.dir ?? ('auto' as const),
      runs: [...runs],
    };
  });
  return ok({ people, paragraphs, deletions: [...written.deletions] });
}
