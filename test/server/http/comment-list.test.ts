import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAnswer } from '../../../shared/api/register.ts';
import { send } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage, WORDS } from '../register-stage.ts';

let stage: RegisterStage;
let group: string;
let ids: Record<'words' | 'absent' | 'question' | 'live' | 'withdrawn' | 'note', string>;

beforeAll(async () => {
  stage = await createRegisterStage();
  const { paragraph } = stage;
  const on = (anchor: object) => ({ on: { noun: 'text', anchor } });
  const start = WORDS.indexOf('spring');
  const words = { paragraph, start, end: start + 6, quote: { exact: 'spring' } };
  const delegationId = (await stage.comment('stakeholder', { text: 'General.' })).row.by.delegationId;
  const made = await stage.as('facilitator', 'POST', '/groups', {
    name: 'Sample group',
    members: [{ delegationId }],
  });
  group = made.json().entry.id;
  const written = {
    words: await stage.comment('delegate', on({ scope: 'words', text: 'latest', ...words })),
    absent: await stage.comment('delegate', on({ scope: 'absent', text: 'latest', paragraph: null })),
    question: await stage.comment('delegate', {
      ...on({ scope: 'paragraph', text: 'latest', paragraph }),
      kind: 'question',
      nature: 'editorial',
    }),
    live: await stage.comment('stakeholder', on({ scope: 'words', text: 'working', ...words })),
    withdrawn: await stage.comment('stakeholder', { text: 'Never mind.' }),
    note: await stage.comment('delegate', { visibility: 'delegation' }),
  };
  ids = Object.fromEntries(Object.entries(written).map(([name, { id }]) => [name, id])) as typeof ids;
  await stage.as('stakeholder', 'POST', `/comments/${ids.withdrawn}/withdrawal`);
  await stage.as('stakeholder', 'POST', `/comments/${ids.words}/answers`, { text: 'So.' });
  await stage.as('drafter', 'POST', '/stances', { on: { noun: 'comment', id: ids.words }, stance: 'agree' });
  await stage.as('stakeholder', 'POST', `/comments/${ids.question}/answers`, { text: 'So.' });
});
afterAll(() => stage.close());

type Who = Parameters<RegisterStage['as']>[0];
const list = async (query: string, who: Who = 'observer') => {
  const answer = await stage.as(who, 'GET', `/comments?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const named = async (query: string, who: Who = 'observer'): Promise<string[]> => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const { comments } = await list(query, who);
  return comments.map((line: { comment: { id: string } }) => names.get(line.comment.id) ?? 'general');
};

describe('comments for outside tools', () => {
  it('H1: the register is answered as it is described, first and again', async () => {
    for (const who of ['delegate', 'observer', 'delegate'] as const) {
      const answer = await stage.as(who, 'GET', '/register');
      expect(answer.headers['content-type']).toContain('application/json');
      const { head, entries } = registerAnswer.parse(answer.json());
      expect(entries.at(-1)?.seq).toBeLessThanOrEqual(head);
      expect(entries.some(({ id }) => id === ids.note)).toBe(who === 'delegate');
    }
  });

  it('D50: lists what the visitor sees, by time', async () => {
    expect(await named('')).toEqual(['general', 'words', 'absent', 'question', 'live', 'withdrawn']);
    expect(await named('', 'delegate')).toContain('note');
  });

  it.each([
    ['state=open', ['general', 'absent', 'question', 'live']],
    ['state=answered', ['words']],
    ['state=withdrawn', ['withdrawn']],
    ['kind=question', ['question']],
    ['nature=editorial', ['question']],
    ['constituency=government', ['words', 'absent', 'question']],
    ['constituency=civil-society&state=open', ['general', 'live']],
    ['region=weog', []],
    ['section=none', []],
  ])('D51: %s', async (query, expected) => {
    expect(await named(query)).toEqual(expected);
  });

  it('D51: by group: its members at that time', async () => {
    expect(await named(`group=${group}`)).toEqual(['live', 'withdrawn']);
    expect(await named('group=none')).toEqual([]);
  });

  it('D52: in the order of a text, the whole text first, with the place there', async () => {
    expect(await named('sort=paragraph&on=latest')).toEqual([
      'general',
      'withdrawn',
      'absent',
      'question',
      'words',
      'live',
    ]);
    const { comments, on } = await list('on=latest');
    expect(on).not.toBe('latest');
    const words = comments.find((line: { comment: { id: string } }) => line.comment.id === ids.words);
    expect(words).toMatchObject({
      revision: 1,
      state: 'answered',
      answers: 1,
      agree: 1,
      disagree: 0,
      place: { resolution: 'found', paragraph: stage.paragraph, start: WORDS.indexOf('spring') },
    });
    const live = comments.find((line: { comment: { id: string } }) => line.comment.id === ids.live);
    expect(live.place).toMatchObject({ paragraph: stage.paragraph, resolution: 'found' });
  });

  it('D52: a text that one may not see has no places to tell of', async () => {
    const url = `/api/documents/${stage.id}/comments?on=working`;
    expect(outcome(await send(stage.harness, null, 'GET', url))).toEqual([403, 'not-permitted']);
    expect(outcome(await stage.as('observer', 'GET', '/comments?on=none'))).toEqual([404, 'not-found']);
    expect(outcome(await stage.as('observer', 'GET', '/comments?state=done'))).toEqual([
      400,
      'invalid-fields',
    ]);
  });

  it('D53: one comment comes with its thread', async () => {
    const line = (await stage.as('observer', 'GET', `/comments/${ids.words}?on=working`)).json();
    expect(line).toMatchObject({ agree: 1, place: { paragraph: stage.paragraph } });
    expect(line.thread.map(({ text }: { text: string }) => text)).toEqual(['So.']);
    expect(line.stances).toHaveLength(1);
    for (const id of [ids.note, 'none'])
      expect(outcome(await stage.as('observer', 'GET', `/comments/${id}`))).toEqual([404, 'not-found']);
  });
});
