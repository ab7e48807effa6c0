import type { Surroundings } from '../../shared/domain/telling.ts';
import type { Answer, Comment } from '../../shared/model/comment.ts';
import type { Item } from '../../shared/model/disposition.ts';
import type { Group } from '../../shared/model/group.ts';
import type { CommentId, DocumentId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { unreachable } from '../../shared/model/result.ts';
import type { Statement } from '../../shared/model/statement.ts';
import type { Subjects } from '../../shared/policy/visible.ts';
import type { Rows } from '../ports/rows.ts';

/** Amendments of amendments that are followed: as deep as visibility asks. */
const DEEPEST_AMENDMENT = 16;

/** All comments and proposals of a document as they stand in a transaction, where somebody has read them already. */
export interface KnownRows {
  readonly comments: ReadonlyMap<string, Comment>;
  readonly proposals: ReadonlyMap<string, Proposal>;
}

/** The rows that a revision hangs on, as they stand in this transaction: what telling and visibility ask of it. */
export async function surroundingsOf(
  rows: Rows,
  documentId: DocumentId,
  entry: RegisterEntry,
  known?: KnownRows,
): Promise<Surroundings & Subjects> {
  const comments = new Map<string, Comment>(known?.comments);
  const proposals = new Map<string, Proposal>(known?.proposals);
  const items = new Map<string, Item>();
  const groups = new Map<string, Group>();
  const statements = new Map<string, Statement>();
  let answers: readonly Answer[] = [];

  const takeProposal = async (id: string | null): Promise<void> => {
    let next = id;
    for (let depth = 0; next !== null && depth <= DEEPEST_AMENDMENT; depth += 1) {
      const found = await rows.register.find(documentId, 'proposal', next);
      if (found === null || proposals.has(next)) return;
      proposals.set(next, found.row);
      next = found.row.amends;
    }
  };
  const takeStatement = async (id: string): Promise<void> => {
    const found = await rows.register.find(documentId, 'statement', id);
    if (found !== null) statements.set(id, found.row);
  };
  const takeComment = async (id: CommentId): Promise<void> => {
    const found = await rows.register.find(documentId, 'comment', id);
    if (found === null) return;
    comments.set(id, found.row);
    const { on } = found.row;
    if (on.noun === 'proposal') await takeProposal(on.id);
    if (on.noun === 'statement') await takeStatement(on.id);
  };
  const takeProposals = async (): Promise<void> => {
    for (const { row } of await rows.register.ofNoun(documentId, 'proposal')) proposals.set(row.id, row);
  };

  switch (entry.noun) {
    case 'comment':
      await takeComment(entry.row.id);
      break;
    case 'answer':
      await takeComment(entry.row.commentId);
      answers = (await rows.register.ofNoun(documentId, 'answer')).map(({ row }) => row);
      break;
    case 'proposal':
      await takeProposal(entry.row.id);
      break;
    case 'disposition': {
      const { on } = entry.row;
      if (on.noun === 'proposal') await takeProposal(on.id);
      else if (on.noun === 'comment') await takeComment(on.id);
      else {
        const item = await rows.register.find(documentId, 'item', on.id);
        if (item !== null) {
          items.set(on.id, item.row);
          await takeComment(item.row.commentId);
        }
      }
      break;
    }
    case 'acceptance':
      if (entry.row.state === 'applied') await takeProposals();
      break;
    case 'carriage':
      if (known === undefined) {
        await takeProposals();
        for (const { row } of await rows.register.ofNoun(documentId, 'comment')) comments.set(row.id, row);
      }
      for (const { row } of await rows.register.ofNoun(documentId, 'statement')) statements.set(row.id, row);
      break;
    case 'alignment': {
      const found = await rows.register.find(documentId, 'group', entry.row.group);
      if (found !== null) groups.set(found.id, found.row);
      break;
    }
    case 'group':
    case 'head':
    case 'delegation':
    case 'stance':
    case 'item':
    case 'link':
    case 'status':
    case 'position':
    case 'declaration':
    case 'silence':
    case 'objection':
    case 'adoption':
    case 'milestone':
    case 'statement':
      break;
    default:
      return unreachable(entry);
  }
  return {
    answers,
    proposals: [...proposals.values()],
    comment: (id) => comments.get(id),
    answer: (id) => answers.find((answer) => answer.id === id),
    proposal: (id) => proposals.get(id),
    item: (id) => items.get(id),
    statement: (id) => statements.get(id),
    group: (id) => groups.get(id),
  };
}
