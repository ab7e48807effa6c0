import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comment } from '../../../shared/model/comment.ts';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';

const WORDS = 'We decide to meet again in the spring.';
let harness: Harness;
let id: string;
let people: Record<Role, Member>;
let paragraph: string;

beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { workingText: 'participants', register: 'public' });
  people = await everyRole(harness, id);
  await write(harness, id, people.drafter.id, WORDS);
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'zero', name: 'Zero draft' });
  await setPhase(harness, id, 'drafting');
  const { paragraphs } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/text`)).json();
  paragraph = paragraphs.find((one: { text: string }) => one.text === WORDS).id;
});
afterAll(() => harness.close());

const post = (who: Role, path: string, body?: object, headers?: Record<string, string>) =>
  send(harness, people[who].token, 'POST', `/api/documents/${id}${path}`, body, headers);
const onWords = (exact: string, text = 'working', over: object = {}) => ({
  noun: 'text',
  anchor: {
    scope: 'words',
    text,
    paragraph,
    start: WORDS.indexOf(exact),
    end: WORDS.indexOf(exact) + exact.length,
    quote: { exact },
    ...over,
  },
});

describe('comments', () => {
  it('D1: words, a paragraph, the whole text and what is missing can be commented, live or published', async () => {
    for (const text of ['working', 'latest'])
      for (const [scope, anchor] of [
        ['words', onWords('meet again', text).anchor],
        ['paragraph', { scope: 'paragraph', text, paragraph }],
        ['text', { scope: 'text', text }],
        ['absent', { scope: 'absent', text, paragraph }],
        ['absent', { scope: 'absent', text, paragraph: null }],
      ] as const) {
        const answer = await post('delegate', '/comments', { on: { noun: 'text', anchor }, text: 'Why?' });
        expect(answer.statusCode, answer.body).toBe(201);
        const comment: Comment = answer.json().entry.row;
        expect(comment).toMatchObject({
          kind: 'comment',
          nature: 'substantive',
          visibility: 'public',
          text: 'Why?',
        });
        expect(comment.by.participantId).toBe(people.delegate.id);
        expect(comment.on).toMatchObject({ anchor: { scope } });
      }
  });

  it('D2: label, context and relative positions are those of the text', async () => {
    const on = onWords('meet again', 'working', { label: '99', relative: { start: 'AAA', end: 'BBB' } });
    Object.assign(on.anchor.quote, { prefix: 'forged ', suffix: ' forged' });
    const { row } = (await post('stakeholder', '/comments', { on, text: 'Why?' })).json().entry;
    expect(row.on.anchor).toMatchObject({
      label: '1',
      quote: { exact: 'meet again', prefix: 'We decide to ', suffix: ' in the spring.' },
    });
    expect(row.on.anchor.relative.start.length).toBeGreaterThan(4);
  });
});
