import { type Shaping, shapingsOf } from '../../shared/domain/provenance.ts';
import type { ParagraphId } from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { viewerOf } from './register.ts';
import { workingParagraphs } from './texts.ts';

/**
 * Who shaped a paragraph. Whoever may not see the working text is told whose proposals they were, as in the
 * register, and by the ids that the latest version remembers.
 */
export async function provenance(
  context: QueryContext,
  visitor: Visitor,
  paragraph: ParagraphId,
): Promise<Result<{ readonly paragraph: ParagraphId; readonly shapings: readonly Shaping[] }, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const register = await context.registers.of(id);
  const viewer = viewerOf(visitor);
  const acceptances = register.ofNoun('acceptance').flatMap((entry) => {
    const seen = asSeenBy(entry, viewer, register);
    return seen === null ? [] : [seen.row];
  });
  const latest = await context.store.rows.versions.latest(id);
  const paragraphs: readonly Pick<Paragraph, 'id' | 'from'>[] = viewer.abilities['text.view'].allowed
    ? await workingParagraphs(context, id)
    : (latest?.paragraphs ?? []);
  return ok({ paragraph, shapings: shapingsOf(paragraph, paragraphs, acceptances) });
}
