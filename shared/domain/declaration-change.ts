import type { Declaration } from '../model/declaration.ts';
import type { DelegationId, IsoTime, ParagraphId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Adoption } from '../model/silence.ts';
import { canonicalJson } from './canonical-json.ts';
import {
  type DecidedDeclaration,
  type DeclarationFacts,
  decideContent,
  type WantedDeclaration,
} from './declaration.ts';
import { isRecordClosed } from './record-closing.ts';
import { wrong } from './wrong-field.ts';

/** Who wants to change a declaration, and what the record allows. */
export interface DeclarationChange {
  readonly delegation: DelegationId;
  /** Acts for its holder (shared/domain/holder). */
  readonly acts: boolean;
  readonly adoption: Adoption | null;
  readonly now: IsoTime;
}

type Failure = { readonly ok: false; readonly error: Problem };

function standing(before: Declaration, adoption: Adoption | null): Failure | null {
  if (isRecordClosed(adoption)) return fail(problem('too-late', 'the record of this document is closed'));
  if (before.withdrawnAt !== null)
    return fail(problem('withdrawn', `this was withdrawn at ${before.withdrawnAt}: it stays as it is`));
  return null;
}

const onlyHolder = (): Failure =>
  fail(problem('not-permitted', 'only whoever speaks for its holder may do so: others may join or leave it'));

/**
 * A further revision with other words (rule V44). Who filed it, and when, stay; so do those who joined, each with the
 * time, which tells that they joined other words. What they joined stays a declaration of its kind.
 */
export function correctDeclaration(
  before: Declaration,
  wanted: WantedDeclaration,
  change: DeclarationChange,
  facts: Pick<DeclarationFacts, 'paragraphs'>,
): Result<DecidedDeclaration, Problem> {
  const refused = standing(before, change.adoption);
  if (refused !== null) return refused;
  if (!change.acts) return onlyHolder();
  if (before.joined.length > 0 && wanted.kind !== before.kind)
    return fail(
      problem('needs-a-look', 'delegations have joined it as what it is: withdraw it and file anew'),
    );
  const { paragraphs } = facts;
  const content = decideContent(wanted, { paragraphs, adoption: change.adoption }, before.version);
  if (!content.ok) return content;
  const { row: words, warnings } = content.value;
  if (canonicalJson({ ...before, ...words }) === canonicalJson(before))
    return fail(problem('already-exists', 'these are its words already'));
  return ok({ row: { ...before, ...words, correctedAt: change.now }, warnings });
}

/** Takes it back, with the date; it stays on record as withdrawn (rule V45). */
export function withdrawDeclaration(
  before: Declaration,
  { acts, adoption, now }: DeclarationChange,
): Result<Declaration, Problem> {
  const refused = standing(before, adoption);
  if (refused !== null) return refused;
  return acts ? ok({ ...before, withdrawnAt: now }) : onlyHolder();
}

/**
 * A delegation adds itself, whole or except on paragraphs of the version it speaks of; said again with other exceptions
 * it takes the place of what was said before (rule V46).
 */
export function joinDeclaration(
  before: Declaration,
  except: readonly ParagraphId[],
  { delegation, adoption, now }: DeclarationChange,
  { paragraphs }: { readonly paragraphs: readonly { readonly id: ParagraphId }[] },
): Result<Declaration, Problem> {
  const refused = standing(before, adoption);
  if (refused !== null) return refused;
  const { holder, joined } = before;
  const kept = [...new Set(except)];
  const known = new Set(paragraphs.map(({ id }) => id));
  const unknown = kept.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    return wrong(`except.${unknown}`, `${kept[unknown]} is no paragraph of the version it speaks of`);
  const isHolder = holder.noun === 'delegation' && holder.id === delegation;
  const stands = joined.find(({ delegationId }) => delegationId === delegation);
  if (isHolder || (stands !== undefined && sameParagraphs(stands.except, kept)))
    return fail(problem('already-exists', 'your delegation stands behind this already'));
  const others = joined.filter(({ delegationId }) => delegationId !== delegation);
  return ok({ ...before, joined: [...others, { delegationId: delegation, except: kept, at: now }] });
}

const sameParagraphs = (a: readonly ParagraphId[], b: readonly ParagraphId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** A delegation takes itself off; the revisions before keep that it had joined. */
export function leaveDeclaration(
  before: Declaration,
  { delegation, adoption }: DeclarationChange,
): Result<Declaration, Problem> {
  const refused = standing(before, adoption);
  if (refused !== null) return refused;
  const joined = before.joined.filter(({ delegationId }) => delegationId !== delegation);
  if (joined.length === before.joined.length)
    return fail(problem('not-found', 'your delegation has not joined this'));
  return ok({ ...before, joined });
}

/** Delegations that joined before the words were corrected: to be told as such. */
export const joinedEarlierWords = ({ joined, correctedAt }: Declaration): DelegationId[] =>
  correctedAt === null
    ? []
    : joined.filter(({ at }) => at < correctedAt).map(({ delegationId }) => delegationId);
