import type { ComparedText, ComparisonAnswer } from '../../shared/api/comparison.ts';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { type NamedText, namedText, type TextName } from './texts.ts';

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
  return ok(comparisonOf(old.value, fresh.value));
}

/** Compares two labelled texts and names their paragraphs. */
export function comparisonOf(from: NamedText, to: NamedText): ComparisonAnswer {
  const comparison = compareTexts(from.paragraphs, to.paragraphs);
  return { ...comparison, from: compared(from), to: compared(to) };
}

const compared = ({ id, versionName, paragraphs }: NamedText): ComparedText => ({
  blocks: paragraphs.length,
  text: id,
  name: versionName ?? '',
  paragraphs: paragraphs.map(({ id, kind, level, dir, label }) => ({ id, kind, level, dir, label })),
});
