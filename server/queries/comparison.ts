import type { ComparedText, ComparisonAnswer } from '../../shared/api/comparison.ts';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { Comparison } from '../../shared/compare/comparison.ts';
import { textContent } from '../../shared/domain/version.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { type NamedText, namedText, type TextName } from './texts.ts';

/**
 * Comparisons kept in memory, the last used ones. Comparing takes tenths of a second and many readers ask for the
 * same two texts; a hundred of two hundred paragraphs each are some ten megabytes.
 */
const KEPT = 100;

const kept = new Map<string, Comparison>();

/** What changed between two texts of one document. */
export async function compare(
  context: QueryContext,
  visitor: Visitor,
  from: TextName,
  to: TextName,
): Promise<Result<ComparisonAnswer, Problem>> {
  const old = await namedText(context, visitor, from);
  if (!old.ok) return old;
  const fresh = await namedText(context, visitor, to);
  if (!fresh.ok) return fresh;
  return ok(comparisonOf(context, old.value, fresh.value));
}

/** Compares two labelled texts and names their paragraphs. Equal texts get the comparison that is kept. */
export function comparisonOf(
  { secrets }: Pick<QueryContext, 'secrets'>,
  from: NamedText,
  to: NamedText,
): ComparisonAnswer {
  const key = secrets.hash(`${textContent(from.paragraphs)}\n${textContent(to.paragraphs)}`);
  const comparison = kept.get(key) ?? compareTexts(from.paragraphs, to.paragraphs);
  kept.delete(key);
  kept.set(key, comparison);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return { ...comparison, from: compared(from), to: compared(to) };
}

const compared = ({ id, versionName, paragraphs }: NamedText): ComparedText => ({
  blocks: paragraphs.length,
  text: id,
  name: versionName ?? '',
  paragraphs: paragraphs.map(({ id, kind, level, dir, label }) => ({ id, kind, level, dir, label })),
});
