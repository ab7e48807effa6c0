import { type Alignment, alignmentId } from '../model/alignment.ts';
import { type Group, isMember } from '../model/group.ts';
import type { DelegationId, DocumentId, GroupId, IsoTime, ParagraphId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { wrong } from './wrong-field.ts';

/** That a group speaks for a delegation, but on the paragraphs it keeps for itself. */
export interface Tie {
  readonly group: GroupId;
  /** A member without a word of its own is tied by its membership. */
  readonly through: 'membership' | 'alignment';
  readonly except: ReadonlySet<ParagraphId>;
}

/** Every delegation that some group speaks for. */
export type Ties = ReadonlyMap<DelegationId, readonly Tie[]>;

/**
 * Who speaks for whom at a time (rules V1–V4). `alignments` may hold several revisions of a row, oldest first: of each
 * delegation and group the last one that had begun counts. Two groups for one delegation are two ties, no choice.
 */
export function tiesAt(groups: readonly Group[], alignments: readonly Alignment[], at: IsoTime): Ties {
  const said = new Map<string, Alignment>();
  for (const row of alignments) {
    const other = said.get(alignmentId(row.delegationId, row.group));
    if (row.since <= at && (other === undefined || other.since <= row.since))
      said.set(alignmentId(row.delegationId, row.group), row);
  }
  const ties = new Map<DelegationId, Tie[]>();
  const add = (delegation: DelegationId, tie: Tie): void => {
    const list = ties.get(delegation);
    if (list === undefined) ties.set(delegation, [tie]);
    else list.push(tie);
  };
  for (const group of groups) {
    for (const delegation of new Set(group.members.map(({ delegationId }) => delegationId)))
      if (isMember(group, delegation, at) && !said.has(alignmentId(delegation, group.id)))
        add(delegation, { group: group.id, through: 'membership', except: NONE });
    for (const row of said.values())
      if (row.group === group.id && holdsAt(row, group, at))
        add(row.delegationId, { group: group.id, through: 'alignment', except: new Set(row.except) });
  }
  return ties;
}

const NONE: ReadonlySet<ParagraphId> = new Set();

/** What a member said as a member ends with its membership: nobody is spoken for by a group it has left. */
const holdsAt = (row: Alignment, group: Group, at: IsoTime): boolean =>
  row.aligns && (isMember(group, row.delegationId, at) || !isMember(group, row.delegationId, row.since));

/** The groups that speak for a delegation on a paragraph: none, one, or several. */
export const groupsFor = (ties: Ties, delegation: DelegationId, paragraph: ParagraphId): readonly GroupId[] =>
  (ties.get(delegation) ?? []).filter(({ except }) => !except.has(paragraph)).map(({ group }) => group);

/** The delegations a group speaks for on a paragraph; with null, on anything at all. */
export const spokenFor = (ties: Ties, group: GroupId, paragraph: ParagraphId | null): DelegationId[] =>
  [...ties].flatMap(([delegation, list]) =>
    list.some((tie) => tie.group === group && (paragraph === null || !tie.except.has(paragraph)))
      ? [delegation]
      : [],
  );

export interface WantedAlignment {
  readonly aligns: boolean;
  readonly except: readonly ParagraphId[];
}

/** What an alignment is judged against. `paragraphs` are those of the version that is spoken of. */
export interface AlignmentFacts {
  readonly documentId: DocumentId;
  readonly delegationId: DelegationId;
  readonly group: Group | null;
  readonly paragraphs: ReadonlySet<ParagraphId>;
  readonly before: Alignment | null;
  readonly by: Signature;
}

/** A delegation aligns with a group, whole or except on paragraphs, or says that it does not. */
export function decideAlignment(wanted: WantedAlignment, facts: AlignmentFacts): Result<Alignment, Problem> {
  const { documentId, delegationId, group, paragraphs, before, by } = facts;
  if (group === null) return wrong('group', 'is no group of this document');
  const except = [...new Set(wanted.except)];
  if (!wanted.aligns && except.length > 0)
    return wrong('except', 'goes with aligning only: a delegation that does not align speaks for itself');
  const kept = new Set(before?.except);
  const unknown = except.findIndex((paragraph) => !paragraphs.has(paragraph) && !kept.has(paragraph));
  if (unknown >= 0) return wrong(`except.${unknown}`, `${except[unknown]} is no paragraph of this version`);
  const stands = before ?? { aligns: isMember(group, delegationId, by.at), except: [] };
  if (stands.aligns === wanted.aligns && sameSet(stands.except, except))
    return fail(problem('already-exists', 'this is how the delegation stands to the group already'));
  return ok({
    id: alignmentId(delegationId, group.id),
    documentId,
    delegationId,
    group: group.id,
    aligns: wanted.aligns,
    except,
    since: by.at,
    by,
  });
}

const sameSet = (a: readonly ParagraphId[], b: readonly ParagraphId[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/**
 * The exceptions as they hold in a later text: what was split off from an excepted paragraph, or joined with it, is
 * excepted too.
 */
export function exceptionsIn(
  except: readonly ParagraphId[],
  paragraphs: readonly { readonly id: ParagraphId; readonly from: readonly ParagraphId[] }[],
): ParagraphId[] {
  const held = new Set(except);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, from } of paragraphs)
      if (!held.has(id) && from.some((origin) => held.has(origin))) {
        held.add(id);
        grown = true;
      }
  }
  return [...held];
}
