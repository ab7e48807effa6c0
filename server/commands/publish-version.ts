import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { positionsUpset, versionPublished } from '../../shared/domain/notice.ts';
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
import { giveWay } from '../steps/in-steps.ts';
import { prepareCarriage } from './carry.ts';
import { closeWindow } from './close-window.ts';
import { signatureOf } from './input-facts.ts';
import { loadFor, perform, type Request } from './perform.ts';
import { reachMilestone } from './reach-milestone.ts';
import { recordRow } from './record-row.ts';
import { tell } from './tell.ts';
import { ofAct } from './tell-of-row.ts';
import { type PositionContext, upsetPositions } from './upset-positions.ts';

export interface Published {
  readonly id: VersionId;
  readonly hash: string;
}

/**
 * Publishes the working text as a version, from a clone of it. `seen` is the hash of the text that the facilitator
 * looked at: if it has changed since, nothing is published. `milestone` is the one that the version reaches.
 */
export async function publishVersion(
  context: PositionContext,
  request: Request,
  wanted: WantedVersion,
  seen: string | null,
  milestone: string | null = null,
): Promise<Result<Published, Problem>> {
  const { store, clock, secrets, workingTexts } = context;
  const { documentId, caller } = request;
  await closeWindow(context, documentId);
  const allowed = await loadFor(store.rows, clock.now(), documentId, caller, 'version.publish');
  if (!allowed.ok) return allowed;
  const copy = await workingTexts.clone(documentId);
  try {
    const text = copy.getText(TEXT_NAME);
    await giveWay();
    const paragraphs = readParagraphs(text);
    await giveWay();
    if (seen !== null && secrets.hash(textContent(paragraphs)) !== seen)
      return fail(
        problem(
          'text-changed',
          'the working text has changed since the preview: look at it again, then publish',
        ),
      );
    const live = indexLive(text);
    await giveWay();
    return await publishText(context, request, wanted, paragraphs, live, milestone);
  } finally {
    copy.destroy();
  }
}

/**
 * Publishes given paragraphs: the end of every publication, of the working text (`live`, of a clone) and of a file.
 * Where every comment and proposal stands in the version is written with it.
 */
export async function publishText(
  context: PositionContext,
  request: Request,
  wanted: WantedVersion,
  paragraphs: readonly Paragraph[],
  live: LiveText | null,
  milestone: string | null = null,
): Promise<Result<Published, Problem>> {
  const upset = await upsetPositions(context, request.documentId, paragraphs);
  const carrier = await prepareCarriage(context, request.documentId, paragraphs, live);
  return await perform(context, request, 'version.publish', 'version.publish', async (loaded) => {
    const { rows, document, participant, now } = loaded;
    const id = context.secrets.newId() as VersionId;
    const decided = decideVersion(
      wanted,
      { id, documentId: document.id, by: participant.id, at: now, paragraphs },
      await rows.versions.ofDocument(document.id),
      await rows.versions.latest(document.id),
    );
    if (!decided.ok) return decided;
    const reached = milestone === null ? null : await reachMilestone(loaded, milestone, id);
    if (reached !== null && !reached.ok) return reached;
    const version = { ...decided.value, hash: context.secrets.hash(versionContent(decided.value)) };
    await rows.versions.insert(version);
    await tell(ofAct(loaded), [versionPublished(id), positionsUpset(id, upset)]);
    const { places, known } = await carrier(rows);
    const carriage = { id, documentId: document.id, ...places, by: signatureOf(loaded) };
    const carried = await recordRow(loaded, 'carriage', id, carriage, known);
    const station =
      reached === null ? [] : [await recordRow(loaded, 'milestone', reached.value.id, reached.value)];
    return ok({
      answer: { id, hash: version.hash },
      subject: `version:${id}`,
      row: version,
      further: [
        { act: 'version.carry', subject: carried.subject, row: carried.row },
        ...station.map(({ subject, row }) => ({ act: 'milestone.set' as const, subject, row })),
      ],
      events: [
        { kind: 'version-published', versionId: id, name: version.name },
        ...(station.at(-1) ?? carried).events,
      ],
    });
  });
}
