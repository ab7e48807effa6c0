import { versionPublished } from '../../shared/domain/notice.ts';
import {
  decideVersion,
  textContent,
  versionContent,
  type WantedVersion,
} from '../../shared/domain/version.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import { loadFor, perform, type Request } from './perform.ts';
import { tell } from './tell.ts';
import { ofAct } from './tell-of-row.ts';

export interface Published {
  readonly id: VersionId;
  readonly hash: string;
}

/**
 * Publishes the working text as a version, from a clone of it. `seen` is the hash of the text that the facilitator
 * looked at: if it has changed since, nothing is published.
 */
export async function publishVersion(
  context: CommandContext,
  request: Request,
  wanted: WantedVersion,
  seen: string | null,
): Promise<Result<Published, Problem>> {
  const { store, clock, secrets, workingTexts } = context;
  const { documentId, caller } = request;
  await closeWindow(context, documentId);
  const allowed = await loadFor(store.rows, clock.now(), documentId, caller, 'version.publish');
  if (!allowed.ok) return allowed;
  const copy = await workingTexts.clone(documentId);
  const paragraphs = readParagraphs(copy.getText(TEXT_NAME));
  copy.destroy();
  if (seen !== null && secrets.hash(textContent(paragraphs)) !== seen)
    return fail(
      problem(
        'text-changed',
        'the working text has changed since the preview: look at it again, then publish',
      ),
    );
  return await publishText(context, request, wanted, paragraphs);
}

/** Publishes given paragraphs: the end of every publication, of the working text and of a file. */
export const publishText = (
  context: CommandContext,
  request: Request,
  wanted: WantedVersion,
  paragraphs: readonly Paragraph[],
): Promise<Result<Published, Problem>> =>
  perform(context, request, 'version.publish', 'version.publish', async (loaded) => {
    const { rows, document, participant, now } = loaded;
    const id = context.secrets.newId() as VersionId;
    const decided = decideVersion(
      wanted,
      { id, documentId: document.id, by: participant.id, at: now, paragraphs },
      await rows.versions.ofDocument(document.id),
      await rows.versions.latest(document.id),
    );
    if (!decided.ok) return decided;
    const version = { ...decided.value, hash: context.secrets.hash(versionContent(decided.value)) };
    await rows.versions.insert(version);
    await tell(ofAct(loaded), [versionPublished(id)]);
    return ok({
      answer: { id, hash: version.hash },
      subject: `version:${id}`,
      row: version,
      events: [{ kind: 'version-published', versionId: id, name: version.name }],
    });
  });
