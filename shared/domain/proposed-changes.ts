import type { ChangeId, NewId, ParagraphId } from '../model/ids.ts';
import { type LabelledParagraph, plainText } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { BaseWording, ChangeAct, Proposal, ProposedChange, Wording } from '../model/proposal.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { normalWording, sameWording } from '../text/wording.ts';

/** One change as somebody asks for it. */
export interface WantedChange {
  readonly act: ChangeAct;
  readonly paragraph: ParagraphId | null;
  readonly base: (Wording & { readonly label?: string }) | null;
  readonly wording: readonly Wording[];
  readonly after: ParagraphId | null;
}

/** The text that changes are made to. */
export interface ChangedText {
  readonly paragraphs: readonly LabelledParagraph[];
  /** A version never changes: a base that is not in it is a mistake. A working text may have moved on. */
  readonly live: boolean;
  /** Whether a live text once held a paragraph that it holds no more. */
  readonly hadOnce: (id: ParagraphId) => boolean;
  /** For an amendment to an amendment: the proposal it amends. Bases are wording of that proposal. */
  readonly amended?: Proposal;
}

interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/**
 * Checks every change of a package against the text it names and gives each its id. Where a live text moved on, the
 * base is kept as its proposer saw it: the amendment is what they wrote, and the rebase says how it stands.
 */
export function decideChanges(
  wanted: readonly WantedChange[],
  text: ChangedText,
  newId: NewId,
): Result<readonly ProposedChange[], Problem> {
  const problems: FieldProblem[] = [];
  const unknown: FieldProblem[] = [];
  const changes: ProposedChange[] = [];
  for (const [at, change] of wanted.entries()) {
    const field = (name: string): string => `changes.${at}.${name}`;
    const shape = shapeProblem(change);
    if (shape !== null) {
      problems.push({ field: field(shape.field), problem: shape.problem });
      continue;
    }
    const missing = text.amended === undefined ? missingParagraph(change, text) : null;
    if (missing !== null) {
      unknown.push({ field: field(missing), problem: 'is no paragraph of this text' });
      continue;
    }
    const id = newId() as ChangeId;
    const decided =
      text.amended === undefined ? decideChange(change, text, id) : decideAmendment(change, text.amended, id);
    if (!decided.ok) {
      problems.push({ field: field(decided.error.field), problem: decided.error.problem });
      continue;
    }
    if (changes.some((other) => collide(other, decided.value)))
      problems.push({
        field: field('act'),
        problem: 'collides with another change of this paragraph in the same proposal: make them one',
      });
    changes.push(decided.value);
  }
  if (problems.length > 0) return fail(invalid(problems));
  if (unknown.length === 0) return ok(changes);
  return fail(
    text.live
      ? problem(
          'text-changed',
          'the working text never had a paragraph that this proposal names: look at the text and propose again',
          unknown,
        )
      : invalid(unknown),
  );
}

const invalid = (fields: readonly FieldProblem[]): Problem =>
  problem('invalid-fields', fields.map((one) => `${one.field}: ${one.problem}`).join('; '), fields);

/** What can be said of a change without its text. */
function shapeProblem({ act, paragraph, wording, after }: WantedChange): FieldProblem | null {
  if (paragraph === null && act !== 'insert-after')
    return { field: 'paragraph', problem: `must name a paragraph to ${act}` };
  if (act === 'replace' || act === 'insert-after') {
    const empty = wording.findIndex(({ runs }) => plainText(runs).trim() === '');
    if (wording.length === 0) return { field: 'wording', problem: 'must hold the wording that is proposed' };
    if (empty >= 0)
      return {
        field: `wording.${empty}`,
        problem:
          act === 'replace' ? 'must not be empty: to take a paragraph out, delete it' : 'must not be empty',
      };
  } else if (wording.length > 0) return { field: 'wording', problem: `must be empty for ${act}` };
  if (act !== 'move' && after !== null) return { field: 'after', problem: 'is only for a move' };
  if (act === 'move' && after === paragraph)
    return { field: 'after', problem: 'must be another paragraph than the one that moves' };
  return null;
}

/** The field that names a paragraph which the text does not hold and never held. */
function missingParagraph(
  { act, paragraph, after }: WantedChange,
  { paragraphs, live, hadOnce }: ChangedText,
): 'paragraph' | 'after' | null {
  const known = (id: ParagraphId | null): boolean =>
    id === null || paragraphs.some((one) => one.id === id) || (live && hadOnce(id));
  if (!known(paragraph)) return 'paragraph';
  return act === 'move' && !known(after) ? 'after' : null;
}

function decideChange(
  change: WantedChange,
  { paragraphs, live }: ChangedText,
  id: ChangeId,
): Result<ProposedChange, FieldProblem> {
  const { act, paragraph, after } = change;
  const standing = paragraphs.find((one) => one.id === paragraph) ?? null;
  const base = baseOf(change, standing, live);
  if (!base.ok) return base;
  const wording = change.wording.map(normalWording);
  const [only] = wording;
  if (
    act === 'replace' &&
    wording.length === 1 &&
    base.value !== null &&
    sameWording(base.value, only as Wording)
  )
    return fail({
      field: 'wording',
      problem: 'is the paragraph as it stands: to keep it so, choose keep as is',
    });
  if (act === 'move' && standsBehind(paragraphs, paragraph, after))
    return fail({ field: 'after', problem: 'is where the paragraph stands already' });
  return ok({ id, act, paragraph, base: base.value, wording, after });
}

/** The base that is kept: what the text says, or, of a live text that moved on, what the proposer saw. */
function baseOf(
  { paragraph, base }: WantedChange,
  standing: LabelledParagraph | null,
  live: boolean,
): Result<BaseWording | null, FieldProblem> {
  if (paragraph === null) return ok(null);
  const said = standing === null ? null : { ...normalWording(standing), label: standing.label };
  if (base === null)
    return said === null
      ? fail({ field: 'base', problem: 'must hold the paragraph, which was deleted meanwhile' })
      : ok(said);
  const seen = normalWording(base);
  if (said !== null && sameWording(seen, said)) return ok(said);
  if (!live) return fail({ field: 'base', problem: 'is not what this version says' });
  return ok({ ...seen, label: base.label ?? said?.label ?? '' });
}

const standsBehind = (
  paragraphs: readonly LabelledParagraph[],
  paragraph: ParagraphId | null,
  after: ParagraphId | null,
): boolean => {
  const at = paragraphs.findIndex(({ id }) => id === paragraph);
  return at >= 0 && (paragraphs[at - 1]?.id ?? null) === after;
};

/** What an act lays hold of. Two acts of a package may share a paragraph as long as they share nothing of this. */
const HOLDS: Readonly<Record<ChangeAct, readonly ('words' | 'place' | 'behind')[]>> = {
  replace: ['words'],
  delete: ['words', 'place'],
  keep: ['words', 'place'],
  move: ['place'],
  'insert-after': ['behind'],
};

function collide(a: ProposedChange, b: ProposedChange): boolean {
  if (a.paragraph !== b.paragraph) return false;
  if (a.amends?.change !== b.amends?.change || a.amends?.part !== b.amends?.part) return false;
  return HOLDS[a.act].some((what) => HOLDS[b.act].includes(what));
}

/** A change of what another proposal proposes: its base is a paragraph of that proposal's wording. */
function decideAmendment(
  { act, paragraph, base, wording }: WantedChange,
  { changes, editedAt }: Proposal,
  id: ChangeId,
): Result<ProposedChange, FieldProblem> {
  if (act === 'move' || act === 'keep')
    return fail({ field: 'act', problem: 'must be replace, insert-after or delete to amend a proposal' });
  const parts = changes
    .filter((change) => change.paragraph === paragraph)
    .flatMap((change) => change.wording.map((said, part) => ({ change, part, said })));
  const seen = base === null ? null : normalWording(base);
  const found = parts.find(({ said }) => seen === null || sameWording(said, seen));
  // Words of the amended proposal may have changed since they were seen: what was typed on them is kept.
  const meant = found ?? (editedAt === null ? undefined : parts[0]);
  if (meant === undefined)
    return parts.length === 0
      ? fail({ field: 'paragraph', problem: 'is none that the amended proposal words' })
      : fail({ field: 'base', problem: 'is not what the amended proposal says' });
  if (act === 'delete' && meant.change.act === 'replace' && meant.change.wording.length === 1)
    return fail({
      field: 'act',
      problem: 'would leave nothing: propose to delete or keep the paragraph itself',
    });
  const said = wording.map(normalWording);
  const kept = seen ?? meant.said;
  if (act === 'replace' && said.length === 1 && sameWording(kept, said[0] as Wording))
    return fail({ field: 'wording', problem: 'is what the amended proposal says already' });
  const label = meant.change.base?.label ?? '';
  const amends = { change: meant.change.id, part: meant.part };
  return ok({ id, act, paragraph, base: { ...kept, label }, wording: said, after: null, amends });
}
