import type { ExportFormat } from '../../shared/model/file.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../ports/files.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { namedText, type TextName } from './texts.ts';

/** A text of a document as a file. */
export async function exportText(
  context: QueryContext,
  visitor: Visitor,
  name: TextName,
  format: ExportFormat,
): Promise<Result<WrittenFile, Problem>> {
  const text = await namedText(context, visitor, name);
  if (!text.ok) return text;
  const { versionName, date, paragraphs } = text.value;
  const { title } = visitor.document;
  return ok(await context.files.writeExport(format, { title, versionName, date, paragraphs }));
}
