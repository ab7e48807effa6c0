import type { ComparedText, ComparisonAnswer } from '../../shared/api/comparison.ts';
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

const kept = new Map<string, Promise<Comparison>>();

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
  return ok(await comparisonOf(context, old.value, fresh.value));
}

/** Compares two labelled texts and names their paragraphs. Equal texts share the comparison that is kept, or under way. */
export async function comparisonOf(
  { secrets, comparisons }: Pick<QueryContext, 'secrets' | 'comparisons'>,
  from: NamedText,
  to: NamedText,
): Promise<ComparisonAnswer> {
  const key = secrets.hash(`${textContent(from.paragraphs)}\n${textContent(to.paragraphs)}`);
  const known = kept.get(key);
  const asked = known ?? comparisons.compare(from.paragraphs, to.paragraphs);
  kept.delete(key);
  kept.set(key, asked);
  // One that failed is not kept: the next who asks begins anew.
  if (known === undefined) asked.catch(() => kept.get(key) === asked && kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return { ...(await asked), from: compared(from), to: compared(to) };
}

const compared = ({ id, versionName, paragraphs }: NamedText): ComparedText => ({
  blocks: paragraphs.length,
  text: id,
  name: versionName ?? '',
  paragraphs: paragraphs.map(({ id, kind, level, dir, label }) => ({ id, kind, level, dir, label })),
});
