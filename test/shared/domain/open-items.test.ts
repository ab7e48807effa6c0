import { describe, expect, it } from 'vitest';
import { openItems } from '../../../shared/domain/open-items.ts';
import type { Place } from '../../../shared/model/anchor.ts';
import type { CommentId, DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { line } from '../format/rolling/sketch.ts';
import { at, comment, disposition, NO_ROWS, proposal, rowsOf, signed } from './register-sketch.ts';

const status = (label: string, text: string) => ({
  id: `p${label}` as ParagraphId,
  documentId: 'd' as DocumentId,
  status: 'agreed' as const,
  text,
  by: signed('facilitators'),
});
const contest = { text: 'No.', by: signed('a'), answer: null };
const place = (paragraph: string | null): Place => ({
  resolution: paragraph === null ? 'orphan' : 'moved',
  carry: paragraph === null ? 'removed' : 'moved',
  paragraph: paragraph as ParagraphId | null,
  start: 0,
  end: 0,
  near: null,
});

describe('what is open at publication', () => {
  const rows = {
    ...NO_ROWS,
    comment: rowsOf(
      comment('open', 'p7', { kind: 'objection' }),
      comment('lost', 'p9'),
      comment('asked', null, { kind: 'question' }),
      comment('done', 'p7'),
      comment('gone', 'p7', { withdrawnAt: at(1) }),
      comment('note', 'p7', { kind: 'question', visibility: 'delegation' }),
      comment('settled', 'p7', { kind: 'question', settledAt: at(2) }),
    ),
    proposal: rowsOf(proposal('asks', 'p7')),
    disposition: rowsOf(
      disposition({ noun: 'comment', id: 'done' as CommentId }, { contests: [contest] }),
      disposition({ noun: 'comment', id: 'settled' as CommentId }),
    ),
    status: rowsOf(status('7', 'We decide.'), status('8', 'Other words.')),
  };
  const text = [line('7', 'We decide.'), line('8', 'We invite.'), line('9', 'We note.')];
  const places = new Map([
    ['open', place('p8')],
    ['lost', place(null)],
    ['asked', { ...place(null), resolution: 'found' as const }],
  ]);
  const open = openItems(rows, text, places);

  it('O17: inputs without disposition are listed with the place each would have', () => {
    expect(open.inputs.map(({ id, kind, label, placeLabel }) => [id, kind, label, placeLabel])).toEqual([
      ['comment.open', 'objection', 'p7', '8'],
      ['comment.lost', 'comment', 'p9', ''],
      ['comment.asked', 'question', '', ''],
      ['proposal.asks', 'proposal', 'p7', ''],
    ]);
  });

  it('O17: unsettled questions, unanswered contests and statuses are listed, and all of it is counted', () => {
    expect(open.questions).toEqual(['asked']);
    expect(open.contests).toEqual(['comment.done']);
    expect(open.statuses.map(({ label, changedSince }) => [label, changedSince])).toEqual([
      ['7', false],
      ['8', true],
    ]);
    expect(open.counts).toEqual({
      comments: 3,
      proposals: 1,
      questions: 1,
      contests: 1,
      statuses: { open: 1, 'suggested-for-closure': 0, 'agreed-ad-referendum': 0, agreed: 2 },
      changedSince: 1,
      orphans: 1,
    });
  });
});
