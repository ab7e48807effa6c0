import type { ComparisonFormat, ExportedComparison } from '../../shared/model/file.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../ports/files.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { whoWroteThis } from './authorship.ts';
import type { QueryContext } from './context.ts';
import { type NamedText, namedText, type TextName } from './texts.ts';

/** What the working text is called in a file. */
const WORKING_TEXT = 'Working text';

/** What changed between two texts, as a file. */
export async function exportComparison(
  context: QueryContext,
  visitor: Visitor,
  names: { readonly from: TextName; readonly to: TextName },
  format: ComparisonFormat,
): Promise<Result<WrittenFile, Problem>> {
  const from = await namedText(context, visitor, names.from);
  if (!from.ok) return from;
  const to = await namedText(context, visitor, names.to);
  if (!to.ok) return to;
  const side = ({ versionName, paragraphs }: NamedText) => ({
    name: versionName ?? WORKING_TEXT,
    paragraphs,
  });
  return ok(
    await context.files.writeComparison(format, {
      title: visitor.document.title,
      from: side(from.value),
      to: side(to.value),
      date: context.clock.now(),
      authors: await authorsSince(context, visitor, from.value, to.value),
    }),
  );
}

/**
 * Delegations that wrote in each paragraph since the older text, from the log. Known only for the working text: the
 * log tells who wrote what stands there now. Nobody is named for a paragraph that moved on meanwhile.
 */
async function authorsSince(
  context: QueryContext,
  visitor: Visitor,
  from: NamedText,
  to: NamedText,
): Promise<ExportedComparison['authors']> {
  if (to.id !== 'working') return to.paragraphs.map(() => null);
  const written = await whoWroteThis(context, visitor);
  if (!written.ok) return to.paragraphs.map(() => null);
  const { people, paragraphs } = written.value;
  const logged = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.runs]));
  return to.paragraphs.map(({ id, text }) => {
    const runs = logged.get(id) ?? [];
    if (runs.map((run) => run.text).join('') !== text) return null;
    const since = runs.filter((run) => run.at > from.date);
    const last = since
      .map((run) => run.at)
      .sort()
      .at(-1) as IsoTime | undefined;
    const author = [...new Set(since.map((run) => people[run.by]?.delegation ?? ''))].filter(
      (name) => name !== '',
    );
    return last === undefined || author.length === 0 ? null : { author: author.join('; '), date: last };
  });
}
