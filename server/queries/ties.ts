import type { TiesAnswer } from '../../shared/api/position.ts';
import { exceptionsIn, type Ties, tiesAt } from '../../shared/domain/alignment.ts';
import type { Alignment } from '../../shared/model/alignment.ts';
import type { Group } from '../../shared/model/group.ts';
import type {
  DelegationId,
  DocumentId,
  GroupId,
  IsoTime,
  ParagraphId,
  VersionId,
} from '../../shared/model/ids.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { QueryContext } from './context.ts';
import type { RegisterCopy } from './register-copies.ts';

/** Whom groups speak for on a version. */
export interface TiesOnVersion {
  readonly ties: Ties;
  /** In how many milliseconds they change by themselves; null for never. */
  readonly changesIn: number | null;
}

/** Whether any group or alignment changed behind a seq of the register. */
export const tiesChanged = (register: RegisterCopy, after: number): boolean =>
  register.entries(after).some(({ noun }) => noun === 'group' || noun === 'alignment');

/**
 * Whom groups speak for on a version: now, on the latest one; on an earlier one as it was when the next came out, for
 * since then nobody has spoken on it.
 */
export async function tiesOn(
  { store, registers, clock }: Pick<QueryContext, 'store' | 'registers' | 'clock'>,
  documentId: DocumentId,
  version: VersionId,
): Promise<TiesOnVersion> {
  const versions = await store.rows.versions.ofDocument(documentId);
  const last = versions.findIndex(({ id }) => id === version);
  const next = versions[last + 1];
  const at = next?.publishedAt ?? clock.now();
  const register = await registers.of(documentId);
  const groups = register.ofNoun('group');
  const alignments = register.ofNoun('alignment');
  const revisions = await revisionsOf(store.rows.register, documentId, alignments);
  const paragraphs =
    alignments.some(({ row }) => row.except.length > 0) || revisions.some(({ except }) => except.length > 0)
      ? await paragraphsUpTo(
          { store },
          documentId,
          versions.slice(0, last + 1).map(({ id }) => id),
        )
      : [];
  const carried = revisions.map((row) => ({ ...row, except: exceptionsIn(row.except, paragraphs) }));
  const rows = groups.map(({ row }) => row);
  return {
    ties: tiesAt(rows, carried, at),
    changesIn: next === undefined ? nextChange(rows, at) : null,
  };
}

/** Every revision of every alignment, oldest first: what held at an earlier time is told by an earlier one. */
export async function revisionsOf(
  register: QueryContext['store']['rows']['register'],
  documentId: DocumentId,
  newest: readonly EntryOf<'alignment'>[],
): Promise<Alignment[]> {
  const revisions = await Promise.all(
    newest.map(async (entry) =>
      entry.revision === 1 ? [entry] : await register.history(documentId, 'alignment', entry.id),
    ),
  );
  return revisions.flat().map(({ row }) => row);
}

/** Where paragraphs came from, over all versions up to one: what was split off may have been split again. */
async function paragraphsUpTo(
  { store }: Pick<QueryContext, 'store'>,
  documentId: DocumentId,
  versions: readonly VersionId[],
): Promise<{ readonly id: ParagraphId; readonly from: readonly ParagraphId[] }[]> {
  const all = await Promise.all(versions.map((id) => store.rows.versions.find(documentId, id)));
  return all.flatMap((version) => version?.paragraphs ?? []);
}

/** From a time until the first beginning or end of a membership behind it. */
function nextChange(groups: readonly Group[], at: IsoTime): number | null {
  const times = groups.flatMap(({ members }) => members.flatMap(({ from, until }) => [from, until ?? from]));
  const [next] = times.filter((time) => time > at).sort();
  return next === undefined ? null : Date.parse(next) - Date.parse(at);
}

/** Ties as they travel: delegations with the same group and the same exceptions together. */
export function writeTies({ ties, changesIn }: TiesOnVersion): TiesAnswer {
  const found = new Map<
    string,
    {
      group: GroupId;
      through: 'membership' | 'alignment';
      delegations: DelegationId[];
      except: ParagraphId[];
    }
  >();
  for (const [delegation, list] of ties)
    for (const { group, through, except } of list) {
      const key = `${group} ${through} ${[...except].join(' ')}`;
      const known = found.get(key);
      if (known === undefined)
        found.set(key, { group, through, delegations: [delegation], except: [...except] });
      else known.delegations.push(delegation);
    }
  return { changesIn, list: [...found.values()] };
}
