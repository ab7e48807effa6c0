import { describe, expect, it } from 'vitest';
import { commentState, fitsFilter } from '../../../shared/domain/comment-list.ts';
import { dispositionTable } from '../../../shared/domain/disposition-table.ts';
import { inputsOf } from '../../../shared/domain/input.ts';
import { filterInputs, NO_FILTER } from '../../../shared/domain/input-filter.ts';
import { tallyInputs } from '../../../shared/domain/input-tally.ts';
import { cellsOf } from '../../../shared/format/report/table-cells.ts';
import type { DelegationId, DocumentId } from '../../../shared/model/ids.ts';
import { comment, NO_ROWS, rowsOf, signed } from './register-sketch.ts';

const delegation = (id: string, name: string, constituency: 'academia' | 'civil-society' | null) => ({
  id: id as DelegationId,
  documentId: 'd' as DocumentId,
  name,
  constituency,
  region: null,
});
const delegations = new Map([
  ['f', delegation('f', 'Co-facilitators', null)],
  ['a', delegation('a', 'Institute A', 'academia')],
  ['b', delegation('b', 'Network B', 'civil-society')],
]);
const from = (...names: (string | null)[]) =>
  names.map((id, n) => ({ name: `Sender ${n + 1}`, delegationId: id as DelegationId | null }));
const entered = (id: string, ...senders: (string | null)[]) =>
  comment(id, null, { by: signed('f'), from: from(...senders) });
const rows = {
  ...NO_ROWS,
  comment: rowsOf(entered('joint', 'a', 'b'), entered('one', 'b'), entered('stranger', null)),
  group: rowsOf(),
};
const inputs = inputsOf(rows as never);

describe('what was entered for others', () => {
  it('Q33: counts for those who sent it, once each, and never for who entered it', () => {
    const tallies = tallyInputs(inputs, ({ senders }) => senders);
    expect([...tallies].map(([id, { all }]) => [id, all])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it.each([
    [{ delegation: 'a' }, ['joint']],
    [{ delegation: 'b' }, ['joint', 'one']],
    [{ delegation: 'f' }, []],
    [{ constituency: 'academia' }, ['joint']],
    [{ constituency: 'none' }, []],
  ])('Q33: is found by its senders: %o', (filter, ids) => {
    const context = { delegations, groups: new Map(), headings: new Map(), versions: [], mine: new Set() };
    const found = filterInputs(inputs, { ...NO_FILTER, ...filter } as never, context as never);
    expect(found.map(({ comment: row }) => row?.id)).toEqual(ids);
  });

  it('Q33: is printed in the names of all who sent it, with who entered it beside', () => {
    const table = dispositionTable({ rows, delegations, paragraphs: [] } as never, 100);
    const cells = table.sections.flatMap(({ lines }) => lines.map(cellsOf));
    expect(cells.map((line) => line.slice(2, 4))).toEqual([
      ['Sender 1; Sender 2 (entered by Co-facilitators)', ''],
      ['Sender 1 (entered by Co-facilitators)', 'Civil society'],
      ['Sender 1 (entered by Co-facilitators)', ''],
    ]);
  });

  it('Q33: an answer of its own sender does not answer it; one of whoever entered it does', () => {
    const [joint] = [...rows.comment.values()];
    if (joint === undefined) throw new Error('there is one');
    const answer = (who: string) => ({ by: signed(who, 1), withdrawnAt: null });
    const state = (who: string) => commentState({ comment: joint, answers: [answer(who)] as never });
    expect([state('a'), state('f')]).toEqual(['open', 'answered']);
    const people = { delegations, groups: new Map() };
    const listed = { comment: joint, answers: [], place: null, section: null };
    expect(fitsFilter(listed, { delegation: 'b' as DelegationId }, people)).toBe(true);
    expect(fitsFilter(listed, { delegation: 'f' as DelegationId }, people)).toBe(false);
  });
});
