import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  write,
} from '../harness.ts';
import { newComment } from '../register-rows.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;

beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness);
  members = await everyRole(harness, id);
  await write(harness, id, members.drafter.id, 'We decide to strengthen cooperation among all parties.');
});
afterAll(() => harness.close());

const preview = async () =>
  (await send(harness, members.facilitator.token, 'GET', `/api/documents/${id}/publication`)).json().open;

describe('GET …/publication', () => {
  it('O17: tells the place that every open input would have, and hinders nothing', async () => {
    const text = (await send(harness, members.facilitator.token, 'GET', `/api/documents/${id}/text`)).json();
    const paragraph = text.paragraphs.find((each: { text: string }) => each.text.startsWith('We decide'));
    const quote = { exact: paragraph.text, prefix: '', suffix: '' };
    const on = (of: string, words = quote) => ({
      noun: 'text' as const,
      anchor: {
        scope: 'paragraph' as const,
        text: 'working' as const,
        paragraph: of as never,
        label: '1',
        quote: words,
      },
    });
    const stays = await newComment(harness, id, members.stakeholder, {
      on: on(paragraph.id),
      kind: 'question',
    });
    const lost = await newComment(harness, id, members.delegate, {
      on: on('gone', { exact: 'Words that nobody kept in any text.', prefix: '', suffix: '' }),
    });
    const open = await preview();
    expect(open.counts).toMatchObject({ comments: 2, questions: 1, orphans: 1 });
    expect(open.questions).toEqual([stays.id]);
    expect(open.inputs[0]).toMatchObject({
      id: `comment.${stays.id}`,
      place: { resolution: 'found', paragraph: paragraph.id },
      placeLabel: '1',
      delegationId: stays.by.delegationId,
    });
    expect(open.inputs[1]).toMatchObject({ id: `comment.${lost.id}`, label: '1', placeLabel: '' });
    expect(open.inputs[1].place.resolution).toBe('orphan');
    const published = await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, {
      stage: 'zero',
      name: 'Zero draft',
    });
    expect(published.statusCode).toBe(201);
  });
});
