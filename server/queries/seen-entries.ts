import type { Steps } from '../../shared/model/steps.ts';
import { asSeenBy, type Subjects, type Viewer } from '../../shared/policy/visible.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { CopiedEntry, CopiedNoun, RegisterCopy } from './register-copies.ts';

/** Entries judged in one go: what changed is few, and a thousand clients ask for it at once. */
const FEW = 300;

/** Entries of one step: a tenth of a millisecond. */
const AT_ONCE = 50;

/** What a viewer sees of a register at one moment. */
export interface SeenEntries {
  readonly head: number;
  /** Newest revisions, by seq. */
  readonly entries: readonly CopiedEntry[];
}

/** The entries behind `after` as a viewer may see them; many in steps, judged by what stood when the first was. */
export async function seenEntries(
  register: RegisterCopy,
  viewer: Viewer,
  after: number,
): Promise<SeenEntries> {
  const { head } = register;
  const entries = register.entries(after);
  if (entries.length <= FEW)
    return { head, entries: entries.flatMap((entry) => asSeenBy(entry, viewer, register) ?? []) };
  return { head, entries: await inSteps(judge(entries, viewer, subjectsOf(register))) };
}

function* judge(
  entries: readonly CopiedEntry[],
  viewer: Viewer,
  subjects: Subjects,
): Steps<readonly CopiedEntry[]> {
  const seen: CopiedEntry[] = [];
  for (const [k, entry] of entries.entries()) {
    if (k % AT_ONCE === 0) yield;
    const shown = asSeenBy(entry, viewer, subjects);
    if (shown !== null) seen.push(shown);
  }
  return seen;
}

/** What others hang on, as it stands now: the copy goes on growing between steps. */
function subjectsOf(register: RegisterCopy): Subjects {
  const rowsOf = <Noun extends CopiedNoun>(noun: Noun) =>
    new Map<string, ReturnType<typeof register.ofNoun<Noun>>[number]['row']>(
      register.ofNoun(noun).map(({ id, row }) => [id, row]),
    );
  const [comments, answers, proposals] = [rowsOf('comment'), rowsOf('answer'), rowsOf('proposal')];
  const [items, statements] = [rowsOf('item'), rowsOf('statement')];
  return {
    comment: (id) => comments.get(id),
    answer: (id) => answers.get(id),
    proposal: (id) => proposals.get(id),
    item: (id) => items.get(id),
    statement: (id) => statements.get(id),
  };
}
