import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

let count = 0;
const make = (body: object) => {
  count += 1;
  return stage.as('facilitator', 'POST', '/groups', { name: `Sample group ${count}`, members: [], ...body });
};
const speak = (who: 'delegate' | 'stakeholder', onBehalfOf: string) =>
  stage.as(who, 'POST', '/comments', {
    on: { noun: 'text', anchor: { scope: 'text', text: 'latest' } },
    text: 'We all say so.',
    onBehalfOf,
  });

describe('groups', () => {
  it('D40: a delegation speaks for a group while it is a member, and at no other time', async () => {
    const now = Date.parse(stage.harness.clock.now());
    const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
    const made = await make({
      members: [
        { delegationId: delegate, until: at(10) },
        { delegationId: stakeholder, from: at(5) },
      ],
      spokesperson: delegate,
    });
    expect(made.statusCode, made.body).toBe(201);
    const { id } = made.json().entry;
    const may = async () => [
      (await speak('delegate', id)).statusCode,
      (await speak('stakeholder', id)).statusCode,
    ];
    expect(await may()).toEqual([201, 400]);
    stage.harness.clock.turn(6 * 86_400_000);
    expect(await may()).toEqual([201, 201]);
    stage.harness.clock.turn(6 * 86_400_000);
    expect(await may()).toEqual([400, 201]);
    const comment = (await speak('stakeholder', id)).json().entry;
    expect(comment.row.by).toMatchObject({ delegationId: stakeholder, onBehalfOf: id });
    const answer = await stage.as('stakeholder', 'POST', `/comments/${comment.id}/answers`, {
      text: 'And more.',
      onBehalfOf: id,
    });
    expect(answer.json().entry.row.by.onBehalfOf).toBe(id);
    const stance = { on: { noun: 'comment', id: comment.id }, stance: 'agree', onBehalfOf: id };
    expect(outcome(await stage.as('delegate', 'POST', '/stances', stance))).toEqual([400, 'invalid-fields']);
  });

  it('D41: a change is a revision; a membership keeps its beginning unless another is given', async () => {
    const { id, row } = (await make({ members: [{ delegationId: delegate }] })).json().entry;
    stage.harness.clock.turn(86_400_000);
    const changed = await stage.as('facilitator', 'PUT', `/groups/${id}`, {
      name: ' Renamed group ',
      members: [{ delegationId: delegate }, { delegationId: stakeholder, from: '2026-01-01T02:00:00+02:00' }],
    });
    const { entry } = changed.json();
    expect(entry).toMatchObject({ id, revision: 2, row: { name: 'Renamed group', spokesperson: null } });
    expect(entry.row.members).toEqual([
      { delegationId: delegate, from: row.members[0].from, until: null },
      { delegationId: stakeholder, from: '2026-01-01T00:00:00.000Z', until: null },
    ]);
    const { entries } = (await stage.as(null, 'GET', `/register/group/${id}/history`)).json();
    expect(entries).toHaveLength(2);
    const missing = await stage.as('facilitator', 'PUT', '/groups/none', { name: 'None', members: [] });
    expect(outcome(missing)).toEqual([404, 'not-found']);
  });

  const BAD: readonly (readonly [string, () => object, number, string, string])[] = [
    [
      'an unknown delegation',
      () => ({ members: [{ delegationId: 'none' }] }),
      400,
      'invalid-fields',
      'members.0.delegationId',
    ],
    [
      'a member twice at a time',
      () => ({ members: [{ delegationId: delegate }, { delegationId: delegate }] }),
      400,
      'invalid-fields',
      'members.1.delegationId',
    ],
    [
      'an end before the beginning',
      () => ({ members: [{ delegationId: delegate, until: '2020-01-01T00:00:00Z' }] }),
      400,
      'invalid-fields',
      'members.0.until',
    ],
    [
      'a spokesperson from outside',
      () => ({ spokesperson: delegate }),
      400,
      'invalid-fields',
      'spokesperson',
    ],
    ['a name of two lines', () => ({ name: 'A\nB' }), 400, 'invalid-fields', 'name'],
  ];
  for (const [what, body, status, code, field] of BAD)
    it(`D42: ${what} is refused`, async () => {
      const answer = await make(body());
      expect(outcome(answer)).toEqual([status, code]);
      expect(answer.json().fields[0].field).toBe(field);
    });

  it('D42: no two groups have one name, however it is written', async () => {
    await make({ name: 'Friends of the text' });
    expect(outcome(await make({ name: 'FRIENDS of the text ' }))).toEqual([409, 'already-exists']);
  });
});
