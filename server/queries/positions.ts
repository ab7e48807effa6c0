import type { HeldPositions } from '../../shared/domain/held-position.ts';
import type { ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { HeldOnVersion } from '../ports/position-books.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { writeHeld, writeHeldSteps } from './held-answer.ts';
import { notFound, permit } from './permit.ts';
import { tiesChanged, tiesOn, writeTies } from './ties.ts';

/** Changes that are sent behind a part that is kept ready, before that part is written anew: some tens of kB. */
const MOST_CHANGES = 2_000;

/** The JSON of everything held on a version, up to and with a head. */
interface WrittenBase {
  readonly head: number;
  readonly json: string;
}

/**
 * Kept as long as what it was written from: 57,900 positions are 1.7 MB, and writing them takes a tenth of a second. Whoever
 * comes meanwhile waits for the same.
 */
const written = new WeakMap<HeldPositions, Promise<WrittenBase>>();

/** What everybody holds on a version, or what of it changed behind `after`: the JSON of a `positionsAnswer`. */
export async function positionsJson(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
  after: number,
): Promise<Result<string, Problem>> {
  const found = await heldOnVersion(context, visitor, name);
  if (!found.ok) return found;
  const { id, on } = found.value;
  const { document } = visitor;
  const changes = on.changedBehind(after);
  const whole = changes === null;
  const parts = whole ? await wholeParts(context, visitor, id, on) : [JSON.stringify(writeHeld(changes, []))];
  const tied = whole || tiesChanged(await context.registers.of(document.id), after);
  const said = JSON.stringify(tied ? writeTies(await tiesOn(context, document.id, id)) : null);
  return ok(
    `{"version":${JSON.stringify(id)},"head":${on.head},"whole":${whole},"parts":[${parts.join(',')}],"ties":${said}}`,
  );
}

/** What is held on a version, for whoever may see it. */
export async function heldOnVersion(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
): Promise<Result<{ readonly id: VersionId; readonly on: HeldOnVersion }, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const found = await versionId(context, visitor, name);
  if (!found.ok) return found;
  const on = await context.positions.heldOn(visitor.document.id, found.value);
  return on === null ? notFound('version') : ok({ id: found.value, on });
}

/** The id of a version by its name, without reading its text. */
async function versionId(
  { store }: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
): Promise<Result<VersionId, Problem>> {
  const permitted = permit(visitor, 'version.view');
  if (!permitted.ok) return permitted;
  const versions = await store.rows.versions.ofDocument(visitor.document.id);
  const found = name === 'latest' ? versions.at(-1) : versions.find(({ id }) => id === name);
  return found === undefined ? notFound('version') : ok(found.id);
}

/** Everything: the part that is kept ready, and what changed since it was written. */
async function wholeParts(
  { store }: QueryContext,
  { document }: Visitor,
  id: VersionId,
  on: HeldOnVersion,
): Promise<string[]> {
  const kept = await written.get(on.held);
  if (kept !== undefined && kept.head >= on.head) return [kept.json];
  const since = kept === undefined ? null : on.changedBehind(kept.head);
  const count = since === null ? 0 : since.held.length + since.gone.length;
  if (kept !== undefined && since !== null && count <= MOST_CHANGES)
    return count === 0 ? [kept.json] : [kept.json, JSON.stringify(writeHeld(since, []))];
  const version = await store.rows.versions.find(document.id, id);
  const paragraphs = version?.paragraphs.map((paragraph) => paragraph.id) ?? [];
  const base = writeBase(on, paragraphs);
  written.set(on.held, base);
  base.catch(() => written.delete(on.held));
  return [(await base).json];
}

async function writeBase(on: HeldOnVersion, paragraphs: readonly ParagraphId[]): Promise<WrittenBase> {
  // Taken out at once, and written in steps: what is held goes on changing.
  const held = [...on.held.values()].flatMap((row) => [...row.values()]);
  const part = await inSteps(writeHeldSteps({ held, gone: [] }, paragraphs));
  return { head: on.head, json: JSON.stringify(part) };
}
