import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGone, readHeld } from '../../../client/api/positions/read-held.ts';
import { positionsAnswer } from '../../../shared/api/position.ts';
import type { Member } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let delegate: string;
let stakeholder: string;
beforeAll(async () => {
  stage = await createRegisterStage();
  delegate = (await stage.comment('delegate')).row.by.delegationId;
  stakeholder = (await stage.comment('stakeholder')).row.by.delegationId;
});
afterAll(() => stage.close());

const latest = async (): Promise<string> =>
  (await stage.as('facilitator', 'GET', '/versions/latest')).json().id;
const take = async (who: 'delegate' | 'stakeholder' | Member, body: object = {}, headers = {}) =>
  stage.as(
    who,
    'POST',
    '/positions',
    { version: await latest(), positions: [{ paragraph: stage.paragraph, standing: 'support' }], ...body },
    headers,
  );
const read = async (query = '') => {
  const answer = positionsAnswer.parse((await stage.as(null, 'GET', `/positions${query}`)).json());
  return { ...answer, cells: readHeld(stage.id as never, answer), taken: readGone(answer) };
};

describe('positions', () => {
  it('V100: one act takes positions on many paragraphs; all stand or none', async () => {
    const version = await latest();
    const wrong = await take('delegate', {
      positions: [
        { paragraph: stage.paragraph, standing: 'support' },
        { paragraph: 'none', standing: 'oppose' },
      ],
    });
    expect(outcome(wrong)).toEqual([400, 'invalid-fields']);
    expect(wrong.json().fields[0].field).toBe('positions.1.paragraph');
    expect((await read()).cells).toEqual([]);
    const taken = await take('delegate', {
      positions: [{ paragraph: stage.paragraph, standing: 'concern', words: 'Too vague.' }],
    });
    expect(taken.statusCode, taken.body).toBe(201);
    const { head, entries } = taken.json();
    expect(entries[0]).toMatchObject({ noun: 'position', revision: 1, seq: head });
    const { cells, whole } = await read();
    expect(whole).toBe(true);
    expect(cells).toMatchObject([
      {
        state: 'own',
        because: null,
        paragraph: stage.paragraph,
        position: {
          standing: 'concern',
          words: 'Too vague.',
          holder: { noun: 'delegation', id: delegate },
          version,
          confirms: null,
        },
      },
    ]);
    expect(cells[0]?.position).toEqual(entries[0].row);
  });

  it('V101: behind a head only what changed is told, also what was taken back', async () => {
    const before = await read();
    expect((await read(`?after=${before.head}`)).cells).toEqual([]);
    await take('stakeholder');
    const more = await read(`?after=${before.head}`);
    expect(more).toMatchObject({ whole: false, ties: null });
    expect(more.cells).toMatchObject([{ position: { holder: { id: stakeholder }, standing: 'support' } }]);
    await take('stakeholder', { positions: [{ paragraph: stage.paragraph, standing: null }] });
    const gone = await read(`?after=${before.head}`);
    expect(gone.cells).toEqual([]);
    expect(gone.taken).toEqual([
      { holder: { noun: 'delegation', id: stakeholder }, paragraph: stage.paragraph },
    ]);
    expect((await read(`?after=${gone.head + 100}`)).whole).toBe(true);
  });
});
