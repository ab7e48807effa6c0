import { carryIds } from '../../shared/domain/lineage.ts';
import type { WantedVersion } from '../../shared/domain/version.ts';
import type { ImportWarning } from '../../shared/model/file.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import { replaceAll } from '../../shared/text/write.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import { earlierAnswer, type Retry, rememberAnswer } from './once.ts';
import { loadFor, perform, type Request } from './perform.ts';
import { publishText } from './publish-version.ts';
import type { PositionContext } from './upset-positions.ts';

export interface ImportedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface Imported {
  readonly paragraphs: number;
  readonly version?: VersionId;
  readonly warnings: readonly ImportWarning[];
}

/**
 * Reads a file and makes it the working text, or a version of its own that leaves the working text alone.
 * Paragraphs that continue earlier ones keep their ids. A file that cannot be read changes nothing.
 */
export async function importText(
  context: PositionContext,
  request: Request,
  file: ImportedFile,
  as: 'working' | WantedVersion,
): Promise<Result<Imported, Problem>> {
  const { store, clock, files, workingTexts } = context;
  const { documentId, caller, retry } = request;
  const action = as === 'working' ? 'text.import' : 'version.publish';
  await closeWindow(context, documentId);
  const allowed = await loadFor(store.rows, clock.now(), documentId, caller, action);
  if (!allowed.ok) return allowed;
  const earlier = retry === null ? null : await earlierAnswer<Imported>(context, store.rows, retry);
  if (earlier !== null) return earlier;
  const read = await files.readImport(file.bytes, file.name);
  if (!read.ok) return read;
  const { warnings } = read.value;
  if (as !== 'working') {
    const latest = await store.rows.versions.latest(documentId);
    const paragraphs = carryIds(latest?.paragraphs ?? [], read.value.paragraphs);
    const published = await publishText(context, { ...request, retry: null }, as, paragraphs, null);
    if (!published.ok) return published;
    return await remember(context, retry, {
      paragraphs: paragraphs.length,
      version: published.value.id,
      warnings,
    });
  }
  const copy = await workingTexts.clone(documentId);
  const paragraphs = carryIds(readParagraphs(copy.getText(TEXT_NAME)), read.value.paragraphs);
  copy.destroy();
  return await replaceText(context, request, paragraphs, warnings);
}

/**
 * Two steps: the room logs and applies the text, attributed to the caller; then the act is recorded. Should the
 * server die between them, the text stands in the log under its author and only the entry naming an import is missing.
 */
async function replaceText(
  context: CommandContext,
  request: Request,
  paragraphs: readonly Paragraph[],
  warnings: readonly ImportWarning[],
): Promise<Result<Imported, Problem>> {
  const edited = await context.workingTexts.edit(request.documentId, request.caller, (text) =>
    replaceAll(text, paragraphs),
  );
  if (!edited.ok) return edited;
  const { seq } = edited.value;
  // The text stands; its record must not depend on a phase that changed this moment, so any facilitator's right serves.
  return await perform(context, request, 'text.view', 'text.import', async () => {
    const [row] = await context.store.updates.read(request.documentId, seq - 1, 1);
    return ok({
      answer: { paragraphs: paragraphs.length, warnings },
      subject: `update:${seq}`,
      row: row?.digest ?? null,
      events: [{ kind: 'text-imported', paragraphs: paragraphs.length }],
    });
  });
}

/** A version keeps its own record; only the answer is remembered for a retry. */
async function remember(
  context: CommandContext,
  retry: Retry | null,
  answer: Imported,
): Promise<Result<Imported, Problem>> {
  if (retry !== null)
    await context.store.transact((rows) => rememberAnswer(context, rows, retry, answer, context.clock.now()));
  return ok(answer);
}
