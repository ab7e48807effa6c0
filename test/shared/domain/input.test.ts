import { describe, expect, it } from 'vitest';
import { inputsOf, isUndecided } from '../../../shared/domain/input.ts';
import {
  filterInputs,
  filterQuery,
  type InputFilter,
  NO_FILTER,
  readFilter,
} from '../../../shared/domain/input-filter.ts';
import { groupInputs, headingsOf } from '../../../shared/domain/input-order.ts';
import type { CommentId, ItemId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import {
  at,
  comment,
  disposition,
  group,
  item,
  NO_ROWS,
  proposal,
  rowsOf,
  signed,
} from './register-sketch.ts';

const onComment = (id: string) => ({ noun: 'comment' as const, id: id as CommentId });
const ids = (rows: Parameters<typeof inputsOf>[0]): string[] => inputsOf(rows).map(({ id }) => id);

describe('inputs', () => {
  it('U111: comments and proposals are inputs in the order they were made; private notes are none', () => {
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(
        comment('late', null, { by: signed('a', 9) }),
        comment('early', null, { by: signed('a', 1) }),
        comment('note', null, { visibility: 'delegation' }),
      ),
      proposal: rowsOf(proposal('p', '12', { by: signed('b', 5) })),
    };
    expect(ids(rows)).toEqual(['comment.early', 'proposal.p', 'comment.late']);
  });

  it('U111: a submission that was split is its items, and itself again only where it was decided as a whole', () => {
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(comment('long', '3')),
      item: rowsOf(item('two', 'long', 2, '7'), item('one', 'long', 1)),
    };
    expect(ids(rows)).toEqual(['item.one', 'item.two']);
    const [one, two] = inputsOf(rows);
    expect([one?.paragraph, two?.paragraph]).toEqual(['3', '7']);
    expect(one?.by).toEqual(rows.comment.get('long')?.by);
    const whole = disposition(onComment('long'));
    expect(ids({ ...rows, disposition: rowsOf(whole) })).toEqual(['comment.long', 'item.one', 'item.two']);
  });

  it('U111: an item taken back leaves the submission whole', () => {
    const gone = { ...item('one', 'long', 1), start: 0, end: 0 };
    expect(ids({ ...NO_ROWS, comment: rowsOf(comment('long', '3')), item: rowsOf(gone) })).toEqual([
      'comment.long',
    ]);
  });

  it('U111: equal inputs know each other; a link undone joins nothing', () => {
    const link = (id: string, ...of: string[]) => ({
      id,
      documentId: 'd' as never,
      inputs: of.map(onComment),
      by: signed('facilitators'),
    });
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(comment('a', null), comment('b', null), comment('c', null)),
      link: rowsOf(link('one', 'a', 'b'), link('undone', 'c')),
    };
    expect(inputsOf(rows).map(({ equal }) => equal)).toEqual([['comment.b'], ['comment.a'], []]);
  });

  it('U111: a comment on a proposal stands where the proposal stands', () => {
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(comment('c', null, { on: { noun: 'proposal', id: 'p' as never } })),
      proposal: rowsOf(proposal('p', '12')),
    };
    expect(inputsOf(rows).map(({ paragraph }) => paragraph)).toEqual(['12', '12']);
  });

  it('U112: what was withdrawn waits for nobody', () => {
    const rows = { ...NO_ROWS, comment: rowsOf(comment('c', null, { withdrawnAt: at(3) })) };
    expect(inputsOf(rows).filter(isUndecided)).toEqual([]);
  });
});

describe('order of inputs', () => {
  it('U110: general comments first, then by paragraph, then what stands on paragraphs that are gone', () => {
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(
        comment('gone10', '10'),
        comment('gone9', '9'),
        comment('second', '2'),
        comment('general', null),
        comment('first', '1'),
      ),
    };
    const text = [
      { id: '1' as ParagraphId, label: '1' },
      { id: '2' as ParagraphId, label: '1 bis' },
    ];
    expect(groupInputs(inputsOf(rows), text).map(({ label, gone }) => [label, gone])).toEqual([
      ['', false],
      ['1', false],
      ['1 bis', false],
      ['9', true],
      ['10', true],
    ]);
  });
});

describe('filters of inputs', () => {
  const rows = {
    ...NO_ROWS,
    comment: rowsOf(
      comment('general', null, { by: signed('gov', 1) }),
      comment('under', '1', { by: signed('ngo', 2), kind: 'objection' }),
      comment('gone', '1', { by: signed('ngo', 3), withdrawnAt: at(4) }),
    ),
    proposal: rowsOf(proposal('p', '1', { by: signed('gov', 5) })),
    disposition: rowsOf(
      disposition(onComment('under'), {
        contests: [{ text: 'not so', by: signed('ngo', 70), answer: null }],
      }),
    ),
  };
  const context = {
    delegations: new Map([
      ['gov', { constituency: 'government', region: 'grulac' }],
      ['ngo', { constituency: 'civil-society', region: null }],
    ]) as never,
    groups: rowsOf(group('g77', 'gov')),
    headings: headingsOf([
      { id: 'h' as ParagraphId, kind: 'heading' },
      { id: '1' as ParagraphId, kind: 'operative' },
    ]),
    mine: new Set(['comment.under']),
    versions: [
      { id: 'rev' as VersionId, ordinal: 2, publishedAt: at(4) },
      { id: 'zero' as VersionId, ordinal: 1, publishedAt: at(1) },
    ],
  };
  const cases: readonly [Partial<InputFilter>, readonly string[]][] = [
    [{}, ['comment.general', 'comment.under', 'proposal.p']],
    [{ state: 'undecided' }, ['comment.general', 'proposal.p']],
    [{ state: 'contested' }, ['comment.under']],
    [{ state: 'mine' }, ['comment.under']],
    [{ state: 'withdrawn' }, ['comment.gone']],
    [{ decision: 'noted' }, ['comment.under']],
    [{ kind: 'proposal' }, ['proposal.p']],
    [{ constituency: 'government' }, ['comment.general', 'proposal.p']],
    [{ region: 'none' }, ['comment.under']],
    [{ group: 'g77' as never }, ['comment.general', 'proposal.p']],
    [{ section: 'h' as ParagraphId }, ['comment.under', 'proposal.p']],
    [{ paragraph: 'general' }, ['comment.general']],
    [{ written: 'zero' as VersionId }, ['comment.general']],
    [{ written: 'rev' as VersionId }, ['comment.under']],
    [{ written: 'working' }, ['proposal.p']],
    [{ state: 'contest' }, ['comment.under']],
    [{ state: 'not-taken-up' }, ['comment.under']],
    [{ constituency: 'government', kind: 'proposal' }, ['proposal.p']],
  ];
  for (const [filter, found] of cases)
    it(`U112: ${filterQuery(filter) || 'everything but what was withdrawn'}`, () => {
      const shown = filterInputs(inputsOf(rows), { ...NO_FILTER, ...filter }, context);
      expect(shown.map(({ id }) => id)).toEqual(found);
    });

  it('U112: a filter stands in the address and comes back from it; unknown words are left out', () => {
    const filter = { ...NO_FILTER, state: 'undecided' as const, group: 'g 77&' as never };
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(readFilter(new URLSearchParams('?state=lost&decision=&kind=question'))).toEqual({
      ...NO_FILTER,
      kind: 'question',
    });
  });
});

it('U111: items are inputs of whoever wrote the submission', () => {
  const rows = {
    ...NO_ROWS,
    comment: rowsOf(comment('long', '3', { by: signed('ngo', 1) })),
    item: rowsOf(item('one', 'long', 1)),
  };
  expect(inputsOf(rows)[0]).toMatchObject({
    on: { noun: 'item', id: 'one' as ItemId },
    by: { delegationId: 'ngo' },
  });
});
