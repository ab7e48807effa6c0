import type { CommentAnswer, CommentsAnswer, CommentsQuery } from '../../shared/api/comments.ts';
import {
  byParagraph,
  commentState,
  fitsFilter,
  type ListedComment,
} from '../../shared/domain/comment-list.ts';
import { headingsOf } from '../../shared/domain/input-order.ts';
import type { Answer } from '../../shared/model/comment.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { mapInSteps } from '../../shared/model/steps.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import { commentPlaces } from './comment-places.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import { type NamedText, namedText, type TextName } from './texts.ts';
import { type VisibleRows, visibleRows } from './visible-rows.ts';

/** Comments that a visitor sees, filtered and sorted, each with its place in a text if one is named. */
export async function listComments(
  context: QueryContext,
  visitor: Visitor,
  query: CommentsQuery,
): Promise<Result<CommentsAnswer, Problem>> {
  const { sort, section } = query;
  // Both need a text: the latest version, unless another is named.
  const on = query.on ?? (sort === 'paragraph' || section !== undefined ? 'latest' : undefined);
  const listed = await listAll(context, visitor, on);
  if (!listed.ok) return listed;
  const { seen, text, lines } = listed.value;
  const people = { delegations: seen.delegations, groups: seen.rows.group };
  const fits = await inSteps(mapInSteps(lines, (line) => fitsFilter(line, query, people)));
  const found = lines.filter((_, k) => fits[k]);
  const order = new Map((text?.paragraphs ?? []).map(({ id }, number) => [id, number]));
  const sorted =
    sort === 'paragraph'
      ? byParagraph(found, order)
      : found.sort((a, b) => (a.comment.by.at < b.comment.by.at ? -1 : 1));
  const revisions = revisionsIn(seen);
  const counted = countStances(seen);
  return ok({
    head: seen.head,
    on: text?.id ?? null,
    comments: await inSteps(mapInSteps(sorted, (line) => shown(line, revisions, counted))),
  });
}

/** One comment with its thread. */
export async function viewComment(
  context: QueryContext,
  visitor: Visitor,
  id: CommentId,
  on: TextName | undefined,
): Promise<Result<CommentAnswer, Problem>> {
  const listed = await listAll(context, visitor, on, id);
  if (!listed.ok) return listed;
  const { seen, lines } = listed.value;
  const [line] = lines;
  if (line === undefined) return notFound('comment');
  const stances = [...seen.rows.stance.values()].filter(
    (stance) => stance.on.noun === 'comment' && stance.on.id === id,
  );
  return ok({ ...shown(line, revisionsIn(seen), countStances(seen)), thread: line.answers, stances });
}

/** By comment; of the same moment as the rows. */
const revisionsIn = ({ entries }: VisibleRows): ReadonlyMap<string, number> =>
  new Map(entries.flatMap(({ noun, id, revision }) => (noun === 'comment' ? [[id, revision]] : [])));

type Counted = ReadonlyMap<string, { agree: number; disagree: number }>;

function countStances({ rows }: VisibleRows): Counted {
  const counted = new Map<string, { agree: number; disagree: number }>();
  for (const { on, stance } of rows.stance.values()) {
    if (on.noun !== 'comment' || stance === 'none') continue;
    const counts = counted.get(on.id) ?? { agree: 0, disagree: 0 };
    counts[stance] += 1;
    counted.set(on.id, counts);
  }
  return counted;
}

const shown = (
  line: ListedComment,
  revisions: ReadonlyMap<string, number>,
  counted: Counted,
): CommentsAnswer['comments'][number] => ({
  comment: line.comment,
  revision: revisions.get(line.comment.id) ?? 0,
  state: commentState(line),
  answers: line.answers.filter(({ withdrawnAt }) => withdrawnAt === null).length,
  ...(counted.get(line.comment.id) ?? { agree: 0, disagree: 0 }),
  place: line.place,
  section: line.section,
});

interface Listed {
  readonly seen: VisibleRows;
  readonly text: NamedText | null;
  readonly lines: ListedComment[];
}

async function listAll(
  context: QueryContext,
  visitor: Visitor,
  on: TextName | undefined,
  only?: CommentId,
): Promise<Result<Listed, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const named = on === undefined ? null : await namedText(context, visitor, on);
  if (named !== null && !named.ok) return named;
  const text = named?.value ?? null;
  const seen = await visibleRows(context, visitor);
  const comments = [...seen.rows.comment.values()].filter(({ id }) => only === undefined || id === only);
  const place = text === null ? () => null : await commentPlaces(context, visitor, text, comments, seen);
  const above = headingsOf(text?.paragraphs ?? []);
  const threads = threadsOf(seen);
  const listing = mapInSteps(comments, (comment): ListedComment => {
    const at = place(comment.id);
    const answers = [...(threads.get(comment.id) ?? [])].sort((a, b) => (a.by.at < b.by.at ? -1 : 1));
    return {
      comment,
      answers,
      place: at,
      section: at?.paragraph == null ? null : (above.get(at.paragraph) ?? null),
    };
  });
  return ok({ seen, text, lines: await inSteps(listing) });
}

function threadsOf({ rows }: VisibleRows): ReadonlyMap<string, Answer[]> {
  const threads = new Map<string, Answer[]>();
  for (const answer of rows.answer.values()) {
    const thread = threads.get(answer.commentId);
    if (thread === undefined) threads.set(answer.commentId, [answer]);
    else thread.push(answer);
  }
  return threads;
}
