import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let own: string;
beforeAll(async () => {
  stage = await createRegisterStage();
  const { directory } = (await stage.as('facilitator', 'GET', '/register')).json();
  own = directory.delegations.find(({ name }: { name: string }) => name === 'Delegation of stakeholder').id;
});
afterAll(() => stage.close());

type Who = Parameters<RegisterStage['as']>[0];
const ANSWER = 'First part.\n\nSecond part.';
const submission = (changes: object = {}) => ({
  from: [{ name: 'Organisation One', delegationId: own }, { name: 'Organisation Two' }],
  text: 'latest',
  title: 'Questionnaire',
  answers: [
    { number: 1, question: 'What works?', text: ANSWER },
    { number: 2, question: 'What does not?', text: '' },
  ],
  ...changes,
});
const enter = (who: Who, changes: object = {}) => stage.as(who, 'POST', '/submissions', submission(changes));

describe('submissions', () => {
  it('Q30: a submission is one comment on the whole text with its answers as items, in the name of all who sent it', async () => {
    const { entry, items } = (await enter('facilitator')).json();
    expect(entry.row).toMatchObject({
      from: [
        { name: 'Organisation One', delegationId: own },
        { name: 'Organisation Two', delegationId: null },
      ],
      by: { participantId: stage.people.facilitator.id },
      on: { noun: 'text', anchor: { scope: 'text' } },
      text: `Questionnaire\n\n1. What works?\n\n${ANSWER}\n\n2. What does not?`,
    });
    expect(items.map(({ row }: { row: { text: string } }) => row.text)).toEqual([ANSWER]);
  });

  it('Q31: an answer comes in as the parts it is split into, each with what it is about', async () => {
    const parts = [
      { start: 0, end: 11, paragraph: stage.paragraph },
      { start: 13, end: ANSWER.length },
    ];
    const answers = [{ number: 4, question: 'Why?', text: ANSWER, parts }];
    const { entry, items } = (await enter('facilitator', { answers })).json();
    expect(
      items.map(({ row }: { row: { text: string; paragraph: string } }) => [row.text, row.paragraph]),
    ).toEqual([
      ['First part.', stage.paragraph],
      ['Second part.', null],
    ]);
    const further = {
      items: [{ start: entry.row.text.indexOf('First'), end: entry.row.text.length, paragraph: null }],
    };
    expect((await stage.as('facilitator', 'POST', `/comments/${entry.id}/items`, further)).statusCode).toBe(
      201,
    );
  });

  it('Q32: whoever is no facilitator enters only what their own delegation sent', async () => {
    expect((await enter('stakeholder')).statusCode).toBe(201);
    const answer = await enter('delegate');
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ field: 'from' }] });
  });

  it.each([
    ['nobody', { from: [] }, 'from'],
    ['a name twice', { from: [{ name: 'One' }, { name: 'One' }] }, 'from.1.name'],
    ['a delegation of nowhere', { from: [{ name: 'One', delegationId: 'x' }] }, 'from.0.delegationId'],
    ['no answer', { answers: [{ number: 1, question: 'What?', text: ' ' }] }, 'answers'],
    [
      'a part outside',
      { answers: [{ number: 1, question: 'What?', text: 'So.', parts: [{ start: 0, end: 9 }] }] },
      'answers.0.parts',
    ],
    [
      'too much',
      {
        answers: ['a', 'b'].map((letter, n) => ({
          number: n,
          question: 'What?',
          text: letter.repeat(60_000),
        })),
      },
      'answers',
    ],
    [
      'a paragraph of nowhere',
      {
        answers: [
          { number: 1, question: 'What?', text: 'So.', parts: [{ start: 0, end: 3, paragraph: 'x' }] },
        ],
      },
      'answers',
    ],
  ])('Q30: what is wrong is named: %s', async (_what, changes, field) => {
    const answer = await enter('facilitator', changes);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().fields[0].field).toBe(field);
  });

  it('Q33: the delegation it is taken for answers the decision, is told of it, and takes no stance; not who entered it', async () => {
    const { entry, items } = (await enter('facilitator')).json();
    const [item] = items;
    const on = [{ noun: 'item', id: item.id }];
    await stage.as('facilitator', 'POST', '/dispositions', { on, decision: 'noted', reason: 'Seen.' });
    const react = (who: Who) =>
      stage.as(who, 'POST', `/dispositions/item.${item.id}/reaction`, { satisfied: true });
    expect(outcome(await react('facilitator'))).toEqual([403, 'not-permitted']);
    expect((await react('stakeholder')).statusCode).toBe(201);
    const stance = await stage.as('stakeholder', 'POST', '/stances', {
      on: { noun: 'comment', id: entry.id },
      stance: 'agree',
    });
    expect(outcome(stance)).toEqual([400, 'invalid-fields']);
    const { notices } = (
      await stage.harness.app.inject({
        url: `/api/notices?document=${stage.id}`,
        headers: { authorization: `Bearer ${stage.people.stakeholder.token}` },
      })
    ).json();
    expect(notices.some(({ notice }: { notice: { reason: string } }) => notice.reason === 'disposed')).toBe(
      true,
    );
  });
});
