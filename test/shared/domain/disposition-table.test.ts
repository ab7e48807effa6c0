import { describe, expect, it } from 'vitest';
import { dispositionTable } from '../../../shared/domain/disposition-table.ts';
import { cellsOf, sectionName } from '../../../shared/format/report/table-cells.ts';
import type { CommentId, DelegationId, DocumentId, GroupId, ParagraphId } from '../../../shared/model/ids.ts';
import { line } from '../format/rolling/sketch.ts';
import { comment, disposition, group, item, NO_ROWS, proposal, rowsOf, signed } from './register-sketch.ts';

const delegation = {
  id: 'a' as DelegationId,
  documentId: 'd' as DocumentId,
  name: 'Delegation A',
  constituency: 'government',
  region: 'grulac',
} as const;

describe('the disposition table', () => {
  const source = {
    rows: {
      ...NO_ROWS,
      comment: rowsOf(
        comment('one', 'p8'),
        comment('general', null, { by: { ...signed('a', 1), onBehalfOf: 'Group G' as GroupId } }),
        comment('lost', 'p99'),
        comment('note', 'p8', { visibility: 'delegation' }),
        comment('long', 'p7'),
      ),
      item: rowsOf(item('i1', 'long', 1), item('i2', 'long', 2, 'p8')),
      proposal: rowsOf(proposal('asks', 'p7')),
      group: rowsOf(group('Group G', 'a')),
      disposition: rowsOf(
        disposition(
          { noun: 'comment', id: 'one' as CommentId },
          {
            decision: 'accepted-in-part',
            reason: 'Half of it.',
            summary: 'Asks for all.',
            ledTo: ['p7' as ParagraphId],
            reaction: { satisfied: false, reason: 'Not enough.', by: signed('a', 70) },
            contests: [{ text: 'We asked for half.', by: signed('a', 71), answer: null }],
          },
        ),
      ),
    },
    delegations: new Map([['a', delegation]]),
    paragraphs: [line('7', 'We decide.'), line('8', 'We invite.')],
  };
  const table = dispositionTable(source, 100);

  it('O18: past its bound it keeps the earliest and says how many it leaves out', () => {
    const short = dispositionTable(source, 2);
    expect([short.sections.flatMap(({ lines }) => lines).length, short.leftOut]).toEqual([2, 4]);
  });

  it('O18: general comments come first, then paragraphs in the order of the text, then those that are gone', () => {
    expect(
      table.sections.map((section) => [sectionName(section), section.lines.map(({ id }) => id)]),
    ).toEqual([
      ['General comments', ['comment.general']],
      ['Paragraph 7', ['item.i1', 'proposal.asks']],
      ['Paragraph 8', ['comment.one', 'item.i2']],
      ['Paragraph p99 (no longer in the text)', ['comment.lost']],
    ]);
    expect(table.leftOut).toBe(0);
  });

  it('O18: a line says who, what, what was decided, why, what it led to and what its author says', () => {
    const [one] = table.sections[2]?.lines ?? [];
    expect(one && cellsOf(one)).toEqual([
      'comment.one',
      '8',
      'Delegation A',
      'Government',
      'Comment',
      'words of one',
      '',
      'Accepted in part',
      'Half of it.\nSummarised as: Asks for all.',
      '7',
      'Not satisfied: Not enough.\nContested: We asked for half.\nThe contest has no answer yet',
    ]);
  });

  it('O18: a proposal shows its wording, a statement of a group names it, and what is undecided says so', () => {
    const lines = table.sections.flatMap((section) => section.lines);
    expect(lines.find(({ id }) => id === 'proposal.asks')?.wording).toBe('7: delete');
    const general = lines.find(({ id }) => id === 'comment.general');
    expect(general && cellsOf(general).slice(2, 8)).toEqual([
      'Delegation A on behalf of Group G',
      'Government',
      'Comment',
      'words of general',
      '',
      'Without decision',
    ]);
  });
});
