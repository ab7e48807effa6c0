import { type Decision, type Disposition, dispositionId, type InputSubject } from '../model/disposition.ts';
import type { CommentId, DelegationId, DocumentId, ParagraphId, VersionId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';

/** What a decision on an input depends on. For an item: author, visibility and withdrawal are its comment's. */
export interface InputFacts {
  readonly documentId: DocumentId;
  readonly on: InputSubject;
  /** The comment an item is a part of, or the comment itself; null for a proposal. */
  readonly comment: CommentId | null;
  readonly by: Signature;
  /** Whose words they are: the delegations that answer the decision. */
  readonly senders: readonly DelegationId[];
  readonly private: boolean;
  readonly withdrawn: boolean;
  /** A proposal that is being written into the text at this moment. */
  readonly beingAccepted: boolean;
  /** The newest revision of its disposition, and who decided it, in words; null before the first. */
  readonly decided: {
    readonly row: Disposition;
    readonly revision: number;
    readonly who: string;
  } | null;
}

export interface WantedDisposition {
  readonly decision: Decision;
  readonly reason: string;
  readonly summary: string;
  readonly ledTo: readonly ParagraphId[];
  readonly duplicateOf: InputSubject | null;
}

/** Who decides, when, upon which version, and which revision of the disposition they had before them (0: none). */
export interface Deciding {
  readonly by: Signature;
  readonly after: VersionId | null;
  readonly seen: number;
  /** Taking up a proposal is an act of its own: it edits the text and writes this disposition with it. */
  readonly route: 'disposition' | 'acceptance';
}

/** Decisions that explain themselves; every other one gives its reason. */
const SELF_EVIDENT: readonly Decision[] = ['accepted', 'duplicate'];
const TAKEN_UP: readonly Decision[] = ['accepted', 'accepted-in-part'];

const wrong = (field: string, text: string): Problem =>
  problem('invalid-fields', `${field}: ${text}`, [{ field, problem: text }]);

/** A subject in words, for a problem. */
export const subjectName = ({ noun, id }: InputSubject): string => `${noun} ${id}`;

export const sameSubject = (a: InputSubject, b: InputSubject): boolean =>
  dispositionId(a) === dispositionId(b);

/** What is wrong with a decision whatever the input. */
export function wantedProblem(wanted: WantedDisposition): Problem | null {
  const { decision, reason, duplicateOf } = wanted;
  if (!SELF_EVIDENT.includes(decision) && reason.trim() === '')
    return wrong('reason', `must not be empty: its author is told why the input is ${decision}`);
  if (decision === 'duplicate' && duplicateOf === null)
    return wrong('duplicateOf', 'is needed: name the input that this one repeats');
  if (decision !== 'duplicate' && duplicateOf !== null)
    return wrong('duplicateOf', 'goes with the decision duplicate only');
  return null;
}

/** What stands in the way of deciding on this input in this way. */
function inputProblem(
  facts: InputFacts,
  { decision }: WantedDisposition,
  deciding: Deciding,
): Problem | null {
  const { on, decided } = facts;
  const name = subjectName(on);
  if (facts.private)
    return wrong('on', `${name} is a private note of a delegation: only what is submitted is decided`);
  if (facts.beingAccepted)
    return problem('being-decided', `${name} is being taken up into the text at this moment`);
  if ((decided?.revision ?? 0) !== deciding.seen)
    return decided === null
      ? problem('already-decided', `${name} has no disposition yet: decide with revision 0`)
      : problem(
          'already-decided',
          `${name} was decided as ${decided.row.decision} by ${decided.who} at ${decided.row.by.at}: look at it, then decide with revision ${decided.revision}`,
        );
  if (facts.withdrawn && decision !== 'noted')
    return problem('withdrawn', `${name} was withdrawn by its author: it can be closed as noted`);
  if (on.noun === 'proposal' && deciding.route === 'disposition' && TAKEN_UP.includes(decision))
    return wrong(
      'decision',
      'a proposal is accepted by taking it up into the text (POST …/proposals/:p/acceptance)',
    );
  return null;
}

/**
 * The facilitators' decision on one input: its first, or a change of mind, which keeps the contests and asks for the
 * author's reaction anew (the earlier one stays in the earlier revision).
 */
export function decideDisposition(
  facts: InputFacts,
  wanted: WantedDisposition,
  deciding: Deciding,
): Result<Disposition, Problem> {
  const hindrance = wantedProblem(wanted) ?? inputProblem(facts, wanted, deciding);
  if (hindrance !== null) return fail(hindrance);
  return ok({
    id: dispositionId(facts.on),
    documentId: facts.documentId,
    on: facts.on,
    decision: wanted.decision,
    reason: wanted.reason.trim(),
    summary: wanted.summary.trim(),
    ledTo: [...new Set(wanted.ledTo)],
    duplicateOf: wanted.duplicateOf,
    after: deciding.after,
    by: deciding.by,
    reaction: null,
    contests: facts.decided?.row.contests ?? [],
  });
}

/**
 * Whether calling `inputs` duplicates of `target` would lead back to one of them: by the duplicates that stand, or
 * because an item would repeat the comment it is a part of (or the other way round).
 */
export function circleProblem(
  inputs: readonly Pick<InputFacts, 'on' | 'comment'>[],
  target: Pick<InputFacts, 'on' | 'comment'>,
  dispositions: ReadonlyMap<string, Disposition>,
): Problem | null {
  const circle = (text: string) => wrong('duplicateOf', text);
  for (const { on, comment } of inputs) {
    if (sameSubject(on, target.on)) return circle(`${subjectName(on)} cannot repeat itself`);
    const within = on.noun === 'item' || target.on.noun === 'item';
    const siblings = on.noun === 'item' && target.on.noun === 'item';
    if (within && !siblings && comment !== null && comment === target.comment)
      return circle(`${subjectName(on)} and ${subjectName(target.on)} are one submission`);
  }
  const own = new Set(inputs.map(({ on }) => dispositionId(on)));
  const passed = new Set<string>();
  let at: InputSubject | null = target.on;
  while (at !== null && !passed.has(dispositionId(at))) {
    passed.add(dispositionId(at));
    at = dispositions.get(dispositionId(at))?.duplicateOf ?? null;
    if (at !== null && own.has(dispositionId(at)))
      return circle(`${subjectName(target.on)} is itself a duplicate that leads back to ${subjectName(at)}`);
  }
  return null;
}
