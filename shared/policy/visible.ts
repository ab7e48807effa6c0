import type { Anchor } from '../model/anchor.ts';
import type { Answer, Comment } from '../model/comment.ts';
import type { InputSubject, Item } from '../model/disposition.ts';
import type { AnswerId, CommentId, DelegationId, ItemId, ProposalId } from '../model/ids.ts';
import type { Proposal } from '../model/proposal.ts';
import type { RegisterEntry } from '../model/register.ts';
import { unreachable } from '../model/result.ts';
import type { Signature, Visibility } from '../model/signature.ts';
import type { Statement } from '../model/statement.ts';
import type { Abilities } from './can.ts';

/** Who looks. `delegation` is null for somebody who is no participant. */
export interface Viewer {
  readonly delegation: DelegationId | null;
  readonly abilities: Pick<Abilities, 'register.view' | 'text.view'>;
}

/** Newest revisions of the rows that others hang on. */
export interface Subjects {
  comment(id: CommentId): Comment | undefined;
  answer(id: AnswerId): Answer | undefined;
  proposal(id: ProposalId): Proposal | undefined;
  item(id: ItemId): Item | undefined;
  statement(id: string): Statement | undefined;
}

/**
 * The one rule of who sees what of the register, for answers and for whatever is told: the entry as this viewer may
 * see it, or null. What belongs to something else is seen with it; a carriage and a link name only what the viewer
 * sees, and an acceptance shows wording of the working text only to those who may see that.
 */
export function asSeenBy<Entry extends RegisterEntry>(
  entry: Entry,
  viewer: Viewer,
  subjects: Subjects,
): Entry | null {
  if (!viewer.abilities['register.view'].allowed) return null;
  const seen = judge(entry, viewer, subjects);
  return seen === true ? entry : seen === false ? null : (seen as Entry);
}

/** Whether a viewer may see anything of an entry. Of a carriage, however little: nothing of it need be sorted out for that. */
export const isSeenBy = (entry: RegisterEntry, viewer: Viewer, subjects: Subjects): boolean =>
  viewer.abilities['register.view'].allowed &&
  (entry.noun === 'carriage' || judge(entry, viewer, subjects) !== false);

function judge(entry: RegisterEntry, viewer: Viewer, subjects: Subjects): boolean | RegisterEntry {
  const seesInput = (input: InputSubject) => seesSubject(input, viewer, subjects);
  switch (entry.noun) {
    case 'group':
    case 'head':
    case 'delegation':
    case 'alignment':
    case 'position':
    case 'declaration':
    case 'silence':
    case 'adoption':
    case 'milestone':
      return true;
    case 'status':
      return viewer.abilities['text.view'].allowed;
    case 'comment':
      return seesComment(entry.row, viewer, subjects);
    case 'proposal':
      return seesProposal(entry.row, viewer, subjects);
    case 'answer':
      return seesAnswer(entry.row, viewer, subjects);
    case 'item':
      return seesInput({ noun: 'comment', id: entry.row.commentId });
    case 'stance':
    case 'disposition':
      return seesSubject(entry.row.on, viewer, subjects);
    case 'acceptance': {
      if (!seesInput({ noun: 'proposal', id: entry.row.proposalId })) return false;
      if (viewer.abilities['text.view'].allowed) return true;
      const changes = entry.row.changes.map((change) => ({ ...change, before: null, after: [] }));
      return { ...entry, row: { ...entry.row, changes } };
    }
    case 'link':
      return { ...entry, row: { ...entry.row, inputs: entry.row.inputs.filter(seesInput) } };
    case 'carriage': {
      const comments = entry.row.comments.filter(({ id }) => seesInput({ noun: 'comment', id }));
      const proposals = entry.row.proposals.filter(({ id }) => seesInput({ noun: 'proposal', id }));
      return { ...entry, row: { ...entry.row, comments, proposals } };
    }
    case 'objection': {
      const { proposal } = entry.row;
      if (proposal === null || seesInput({ noun: 'proposal', id: proposal })) return true;
      return { ...entry, row: { ...entry.row, proposal: null } };
    }
    case 'statement': {
      const proposals = entry.row.proposals.filter((id) => seesInput({ noun: 'proposal', id }));
      return { ...entry, row: { ...entry.row, proposals } };
    }
    default:
      return unreachable(entry);
  }
}

/** What was written on the working text is for those who see that text; one's own delegation always sees its words. */
function seesWritten(
  row: { readonly by: Signature; readonly visibility: Visibility },
  text: Anchor['text'] | null,
  { delegation, abilities }: Viewer,
): boolean {
  if (row.by.delegationId === delegation) return true;
  if (row.visibility === 'delegation') return false;
  return text !== 'working' || abilities['text.view'].allowed;
}

function seesComment(comment: Comment, viewer: Viewer, subjects: Subjects): boolean {
  const { on } = comment;
  if (on.noun === 'text') return seesWritten(comment, on.anchor.text, viewer);
  return (
    seesWritten(comment, null, viewer) &&
    (comment.by.delegationId === viewer.delegation || seesSubject(on, viewer, subjects))
  );
}

function seesAnswer(answer: Answer, viewer: Viewer, subjects: Subjects): boolean {
  if (answer.visibility === 'delegation' && answer.by.delegationId !== viewer.delegation) return false;
  return seesSubject({ noun: 'comment', id: answer.commentId }, viewer, subjects);
}

/** Links of a chain of amendments that are followed; nobody amends that deeply, and a row could name itself. */
const DEEPEST_AMENDMENT = 16;

function seesProposal(proposal: Proposal, viewer: Viewer, subjects: Subjects, depth = 0): boolean {
  if (!seesWritten(proposal, proposal.text, viewer)) return false;
  if (proposal.amends === null || proposal.by.delegationId === viewer.delegation) return true;
  const amended = subjects.proposal(proposal.amends);
  return (
    amended !== undefined && depth < DEEPEST_AMENDMENT && seesProposal(amended, viewer, subjects, depth + 1)
  );
}

export type Subject =
  | InputSubject
  | { readonly noun: 'answer'; readonly id: AnswerId }
  | { readonly noun: 'statement'; readonly id: string };

/** Whether a viewer sees what something else hangs on. What is not there is seen by nobody. */
export function seesSubject(subject: Subject, viewer: Viewer, subjects: Subjects): boolean {
  switch (subject.noun) {
    case 'comment': {
      const comment = subjects.comment(subject.id);
      return comment !== undefined && seesComment(comment, viewer, subjects);
    }
    case 'proposal': {
      const proposal = subjects.proposal(subject.id);
      return proposal !== undefined && seesProposal(proposal, viewer, subjects);
    }
    case 'answer': {
      const answer = subjects.answer(subject.id);
      return answer !== undefined && seesAnswer(answer, viewer, subjects);
    }
    case 'statement':
      return subjects.statement(subject.id) !== undefined;
    case 'item': {
      const item = subjects.item(subject.id);
      return item !== undefined && seesSubject({ noun: 'comment', id: item.commentId }, viewer, subjects);
    }
    default:
      return unreachable(subject);
  }
}
