import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import type { Action } from '../../../shared/policy/table.ts';
import {
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
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
  await write(harness, id, members.drafter.id, 'We decide.');
  // The thread that writes files starts with the first of them.
  await request('facilitator', 'GET', '/export/dispositions.csv');
}, 30_000);
afterAll(() => harness.close());

const request = (role: Role, method: 'GET' | 'POST', path: string, body?: object) =>
  send(harness, members[role].token, method, `/api/documents/${id}${path}`, body);

/** Requests by the action they need, each on inputs of its own, so that whoever may succeeds. */
const attempts = async (
  role: Role,
): Promise<readonly (readonly [Action, 'GET' | 'POST', string, object?])[]> => {
  const text = (await request('facilitator', 'GET', '/text')).json();
  const paragraph = text.paragraphs[0].id;
  const statuses = await harness.store.rows.register.history(id as never, 'status', paragraph);
  const [own, other, third] = [
    await newComment(harness, id, members[role], { text: 'One. Two.' }),
    await newComment(harness, id, members.delegate),
    await newComment(harness, id, members.delegate),
  ];
  const on = (row: { readonly id: string }) => ({ noun: 'comment', id: row.id });
  const disposition = { id: `comment.${own.id}`, on: on(own) };
  return [
    ['disposition.decide', 'POST', '/dispositions', { on: [on(other)], decision: 'noted', reason: 'Noted.' }],
    ['disposition.decide', 'POST', `/comments/${own.id}/items`, { items: [{ start: 0, end: 4 }] }],
    ['disposition.decide', 'POST', '/links', { inputs: [on(other), on(third)] }],
    [
      'status.set',
      'POST',
      '/statuses',
      { paragraphs: [paragraph], status: statuses.length % 2 === 0 ? 'agreed' : 'open' },
    ],
    ['disposition.answer', 'POST', `/dispositions/${disposition.id}/reaction`, { satisfied: true }],
    ['disposition.answer', 'POST', `/dispositions/${disposition.id}/contests`, { text: 'Not so.' }],
    ['register.view', 'GET', '/dispositions'],
    ['register.view', 'GET', '/synthesis'],
    ['register.view', 'GET', '/export/dispositions.csv'],
    ['register.view', 'GET', '/export/synthesis.html'],
    ['text.view', 'GET', '/rolling'],
    ['text.view', 'GET', '/export/rolling.html'],
  ];
};

/** Decides on the input of the one who will react, in a phase that allows it. */
async function decideFor(path: string): Promise<void> {
  const comment = /comment\.([^/]+)/.exec(path)?.[1];
  if (comment === undefined) return;
  const on = [{ noun: 'comment', id: comment }];
  await request('facilitator', 'POST', '/dispositions', { on, decision: 'noted', reason: 'Noted.' });
}

describe('permission for what became of inputs', () => {
  for (const phase of PHASES)
    it(`P1: in ${phase}, every role may do exactly what the table says`, async () => {
      for (const role of ROLES) {
        await setPhase(harness, id, 'negotiation');
        const wanted = await attempts(role);
        for (const [, , path] of wanted) await decideFor(path);
        await setPhase(harness, id, phase);
        const document = { phase, workingText: 'team', register: 'participants' } as const;
        for (const [action, method, path, body] of wanted) {
          const answer = await request(role, method, path, body);
          const permission = can({ role, constituency: null }, action, document);
          const what = `${role}: ${method} ${path}: ${answer.body.slice(0, 200)}`;
          if (permission.allowed) expect(answer.statusCode, what).toBeLessThan(300);
          else expect(answer.json(), what).toMatchObject({ status: 403, code: 'not-permitted' });
        }
      }
    });

  it('O10: a body of 1 MB is refused and markup is kept as the words it is', async () => {
    await setPhase(harness, id, 'negotiation');
    const comment = await newComment(harness, id, members.stakeholder);
    const body = { on: [{ noun: 'comment', id: comment.id }], decision: 'noted' };
    const huge = await request('facilitator', 'POST', '/dispositions', {
      ...body,
      reason: 'x'.repeat(1_000_000),
    });
    expect(huge.json().code).toBe('too-large');
    const markup = '<script>alert(1)</script> & \u202E';
    const kept = await request('facilitator', 'POST', '/dispositions', { ...body, reason: markup });
    expect(kept.json().entries[0].row.reason).toBe(markup);
    const html = (await request('facilitator', 'GET', '/export/synthesis.html')).body;
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });
});
