import type { Comment, CommentTarget, Originator } from '../model/comment.ts';
import type { Item } from '../model/disposition.ts';
import type { CommentId, DelegationId, DocumentId, NewId, ParagraphId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { newComment } from './comment.ts';
import { decideSplit, type WantedItem } from './item.ts';
import { wrong } from './wrong-field.ts';

/** A question with its answer; '' where it was not answered. `parts` are offsets in the answer, in order. */
export interface WantedAnswer {
  readonly number: number;
  readonly question: string;
  readonly text: string;
  readonly parts: readonly WantedItem[];
}

/** Answers to a questionnaire, entered for whoever sent them. */
export interface WantedSubmission {
  readonly from: readonly Originator[];
  readonly title: string;
  readonly answers: readonly WantedAnswer[];
}

export interface SubmissionFacts {
  readonly id: CommentId;
  readonly documentId: DocumentId;
  readonly on: CommentTarget;
  readonly delegations: ReadonlySet<DelegationId>;
  /** Facilitators enter what anybody sent; others only what their own delegation is part of. */
  readonly facilitator: boolean;
  readonly by: Signature;
  readonly newId: NewId;
  /** Characters that a comment may hold. */
  readonly most: number;
}

/** A submission as one text, each answer below its question, and where the parts of the answers stand in it. */
export function submissionText({ title, answers }: Pick<WantedSubmission, 'title' | 'answers'>): {
  readonly text: string;
  readonly items: readonly WantedItem[];
} {
  const items: WantedItem[] = [];
  let text = title;
  for (const { number, question, text: answer, parts } of answers) {
    text += `${text === '' ? '' : '\n\n'}${number}. ${question}`;
    if (answer === '') continue;
    text += '\n\n';
    for (const { start, end, paragraph } of parts)
      items.push({ start: text.length + start, end: text.length + end, paragraph });
    text += answer;
  }
  return { text, items };
}

/**
 * One comment on the whole text, with one item for each part of an answer; decided singly, and split further as any
 * other input. `from` names all who sent it: whoever enters it signs as having entered it, and as nothing else.
 */
export function decideSubmission(
  wanted: WantedSubmission,
  facts: SubmissionFacts,
): Result<{ readonly comment: Comment; readonly items: readonly Item[] }, Problem> {
  const { from, answers } = wanted;
  const { by, delegations } = facts;
  for (const [n, { name, delegationId }] of from.entries()) {
    if (delegationId !== null && !delegations.has(delegationId))
      return wrong(`from.${n}.delegationId`, 'is no delegation of this document');
    if (from.findIndex((other) => other.name === name) < n) return wrong(`from.${n}.name`, 'is named twice');
  }
  if (!facts.facilitator && !from.some(({ delegationId }) => delegationId === by.delegationId))
    return wrong('from', 'must name your own delegation: facilitators alone enter what others sent');
  for (const [n, { text, parts }] of answers.entries())
    if (parts.some(({ end }) => end > text.length))
      return wrong(`answers.${n}.parts`, `must lie in the answer, which has ${text.length} characters`);
  const { text, items: spans } = submissionText(wanted);
  if (spans.length === 0) return wrong('answers', 'must hold at least one answer');
  if (text.length > facts.most)
    return wrong(
      'answers',
      `have ${text.length} characters together and may have ${facts.most}: enter them as two submissions`,
    );
  const comment: Comment = {
    ...newComment(facts.id, facts.documentId, by, facts.on, {
      kind: 'comment',
      nature: 'substantive',
      text,
      addressed: { delegations: [], groups: [] },
      visibility: 'public',
    }),
    from,
  };
  const items = decideSplit(comment, [], () => false, spans, by, facts.newId);
  return items.ok ? ok({ comment, items: items.value }) : items;
}

/** Every paragraph that a part is about. */
export const aboutParagraphs = ({ answers }: Pick<WantedSubmission, 'answers'>): readonly ParagraphId[] =>
  answers.flatMap(({ parts }) => parts.flatMap(({ paragraph }) => (paragraph === null ? [] : [paragraph])));
