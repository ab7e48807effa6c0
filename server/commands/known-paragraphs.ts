import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import { plainText } from '../../shared/model/paragraph.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { CommandContext } from './context.ts';
import type { Loaded } from './perform.ts';

/** The words of every paragraph of the working text, read from a clone: before a transaction, never in one. */
export async function workingWords(
  { workingTexts }: CommandContext,
  documentId: DocumentId,
): Promise<ReadonlyMap<ParagraphId, string>> {
  const copy = await workingTexts.clone(documentId);
  try {
    return new Map(readParagraphs(copy.getText(TEXT_NAME)).map(({ id, runs }) => [id, plainText(runs)]));
  } finally {
    copy.destroy();
  }
}

/** Names the first id that is neither of the working text nor of a version, the newest versions being asked first. */
export async function unknownParagraph(
  { rows, document }: Loaded,
  field: string,
  ids: readonly ParagraphId[],
  working: ReadonlyMap<ParagraphId, string>,
): Promise<Problem | null> {
  let missing = ids.filter((id) => !working.has(id));
  if (missing.length === 0) return null;
  for (const { id } of (await rows.versions.ofDocument(document.id)).toReversed()) {
    const version = await rows.versions.find(document.id, id);
    const published = new Set(version?.paragraphs.map((paragraph) => paragraph.id));
    missing = missing.filter((paragraph) => !published.has(paragraph));
    if (missing.length === 0) return null;
  }
  const said = `names no paragraph of this document: ${missing[0]}`;
  return problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]);
}
