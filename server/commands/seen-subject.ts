import type { Answer, Comment } from '../../shared/model/comment.ts';
import type { AnswerId, CommentId, ProposalId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import type { Statement } from '../../shared/model/statement.ts';
import { abilities } from '../../shared/policy/can.ts';
import { type Subject, type Subjects, seesSubject, type Viewer } from '../../shared/policy/visible.ts';
import type { Loaded } from './perform.ts';

/** A viewer who acts. */
export const viewerWhoActs = ({ participant, delegation, document }: Loaded): Viewer => ({
  delegation: delegation.id,
  abilities: abilities({ role: participant.role, constituency: delegation.constituency }, document),
});

/** What a subject is, with what it hangs on, read in the transaction. */
interface Read {
  readonly comments: Map<string, Comment>;
  readonly answers: Map<string, Answer>;
  readonly proposals: Map<string, Proposal>;
  readonly statements: Map<string, Statement>;
}

interface Seen {
  readonly comment: Comment;
  readonly answer: Answer;
  readonly proposal: Proposal;
  readonly statement: Statement;
}

/** Proposals that amend proposals are followed this far; visibility does not look further either. */
const DEEPEST = 16;

/**
 * The comment, answer, proposal or statement that an act is about, if whoever acts sees it; null otherwise: what one may not see
 * is not there.
 */
export async function seenSubject<Noun extends keyof Seen>(
  loaded: Loaded,
  noun: Noun,
  id: string,
): Promise<Seen[Noun] | null> {
  const { rows, document } = loaded;
  const read: Read = {
    comments: new Map(),
    answers: new Map(),
    proposals: new Map(),
    statements: new Map(),
  };
  let answerId = noun === 'answer' ? (id as AnswerId) : null;
  let commentId = noun === 'comment' ? (id as CommentId) : null;
  let proposalId = noun === 'proposal' ? (id as ProposalId) : null;
  if (noun === 'statement') {
    const statement = (await rows.register.find(document.id, 'statement', id))?.row;
    if (statement !== undefined) read.statements.set(id, statement);
  }
  if (answerId !== null) {
    const answer = (await rows.register.find(document.id, 'answer', answerId))?.row;
    if (answer === undefined) return null;
    read.answers.set(answerId, answer);
    commentId = answer.commentId;
    answerId = null;
  }
  if (commentId !== null) {
    const comment = (await rows.register.find(document.id, 'comment', commentId))?.row;
    if (comment === undefined) return null;
    read.comments.set(commentId, comment);
    proposalId = comment.on.noun === 'proposal' ? comment.on.id : null;
    if (comment.on.noun === 'statement') {
      const statement = (await rows.register.find(document.id, 'statement', comment.on.id))?.row;
      if (statement !== undefined) read.statements.set(statement.id, statement);
    }
  }
  for (let deep = 0; proposalId !== null && deep <= DEEPEST; deep += 1) {
    const proposal: Proposal | undefined = (await rows.register.find(document.id, 'proposal', proposalId))
      ?.row;
    if (proposal === undefined) break;
    read.proposals.set(proposalId, proposal);
    proposalId = proposal.amends;
  }
  const subjects: Subjects = {
    comment: (key) => read.comments.get(key),
    answer: (key) => read.answers.get(key),
    proposal: (key) => read.proposals.get(key),
    item: () => undefined,
    statement: (key) => read.statements.get(key),
  };
  if (!seesSubject({ noun, id } as Subject, viewerWhoActs(loaded), subjects)) return null;
  const found = {
    comment: read.comments,
    answer: read.answers,
    proposal: read.proposals,
    statement: read.statements,
  }[noun].get(id);
  return (found ?? null) as Seen[Noun] | null;
}
