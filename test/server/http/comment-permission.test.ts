import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import type { AnswerId } from '../../../shared/model/ids.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import type { Action } from '../../../shared/policy/table.ts';
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
import { newComment, record } from '../register-rows.ts';

/** What somebody has written, so that every act is about something of their own unless it says otherwise. */
interface Own {
  readonly question: string;
  readonly note: string;
  readonly answer: string;
  readonly foreign: string;
  readonly group: string;
  readonly delegation: string;
  readonly participant: string;
}

interface Attempt {
  readonly action: Action;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: (own: Own) => string;
  readonly body?: (own: Own, n: number) => object;
}

const WHOLE = { scope: 'text', text: 'latest' };
const comment: Attempt['action'] = 'comment.write';
const ATTEMPTS: readonly Attempt[] = [
  { action: 'register.view', method: 'GET', path: () => '/register' },
  { action: 'register.view', method: 'GET', path: (own) => `/register/comment/${own.question}/history` },
  {
    action: comment,
    method: 'POST',
    path: () => '/comments',
    body: () => ({ on: { noun: 'text', anchor: WHOLE }, text: 'Why?' }),
  },
  {
    action: comment,
    method: 'PATCH',
    path: (own) => `/comments/${own.question}`,
    body: () => ({ text: 'Why so?' }),
  },
  {
    action: comment,
    method: 'POST',
    path: (own) => `/comments/${own.question}/settlement`,
    body: () => ({ settled: true }),
  },
  {
    action: comment,
    method: 'POST',
    path: (own) => `/comments/${own.question}/anchor`,
    body: () => ({ anchor: WHOLE }),
  },
  { action: comment, method: 'POST', path: (own) => `/comments/${own.note}/submission` },
  { action: comment, method: 'POST', path: (own) => `/comments/${own.question}/withdrawal` },
  {
    action: comment,
    method: 'POST',
    path: (own) => `/comments/${own.foreign}/answers`,
    body: () => ({ text: 'So.' }),
  },
  {
    action: comment,
    method: 'PATCH',
    path: (own) => `/answers/${own.answer}`,
    body: () => ({ text: 'Thus.' }),
  },
  { action: comment, method: 'POST', path: (own) => `/answers/${own.answer}/withdrawal` },
  {
    action: comment,
    method: 'POST',
    path: () => '/stances',
    body: (own) => ({ on: { noun: 'comment', id: own.foreign }, stance: 'agree' }),
  },
  {
    action: 'group.change',
    method: 'POST',
    path: () => '/groups',
    body: (_own, n) => ({ name: `Group ${n}`, members: [] }),
  },
  {
    action: 'group.change',
    method: 'PUT',
    path: (own) => `/groups/${own.group}`,
    body: (own) => ({ name: `Group ${own.group}`, members: [{ delegationId: own.delegation }] }),
  },
  {
    action: 'group.change',
    method: 'PUT',
    path: (own) => `/delegations/${own.delegation}/head`,
    body: (own) => ({ participantId: own.participant }),
  },
];

describe('who may do what in the register', () => {
  let harness: Harness;
  let id: string;
  let members: Record<Role, Member>;
  let other: Member;
  let count = 0;

  beforeAll(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
    members = await everyRole(harness, id);
    const delegation = { name: 'Another delegation', constituency: 'academia' };
    const invited = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, {
      name: 'Sample other',
      role: 'stakeholder',
      delegation,
    });
    other = { id: invited.json().participant.id, token: invited.json().token };
    await write(harness, id, members.drafter.id, 'We decide.');
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, {
      stage: 'zero',
      name: 'Zero draft',
    });
  });
  afterAll(() => harness.close());

  const group = async (): Promise<string> => {
    count += 1;
    await setPhase(harness, id, 'drafting');
    const made = await send(harness, ADMIN, 'POST', `/api/documents/${id}/groups`, {
      name: `Sample group ${count}`,
      members: [],
    });
    return made.json().entry.id;
  };

  const ownOf = async (member: Member): Promise<Own> => {
    const on = { noun: 'text', anchor: { scope: 'text', text: 'version' as never } } as const;
    const question = await newComment(harness, id, member, { on, kind: 'question' });
    const note = await newComment(harness, id, member, { on, visibility: 'delegation' });
    const foreign = await newComment(harness, id, other, { on });
    const answer = {
      id: harness.context.secrets.newId() as AnswerId,
      documentId: question.documentId,
      commentId: foreign.id,
      by: question.by,
      text: 'So.',
      visibility: 'public',
      editedAt: null,
      withdrawnAt: null,
    } as const;
    await record(harness, id, 'answer', answer);
    return {
      question: question.id,
      note: note.id,
      answer: answer.id,
      foreign: foreign.id,
      group: await group(),
      delegation: question.by.delegationId,
      participant: member.id,
    };
  };

  for (const phase of PHASES)
    for (const role of ROLES)
      it(`P1: in ${phase}, ${role} may do exactly what the table says`, async () => {
        const own = await ownOf(members[role]);
        await setPhase(harness, id, phase);
        const document = { phase, workingText: 'team', register: 'participants' } as const;
        for (const { action, method, path, body } of ATTEMPTS) {
          const url = `/api/documents/${id}${path(own)}`;
          count += 1;
          const answer = await send(harness, members[role].token, method, url, body?.(own, count));
          const permission = can({ role, constituency: null }, action, document);
          const what = `${method} ${url}: ${answer.body.slice(0, 200)}`;
          if (permission.allowed) expect(answer.statusCode, what).toBeLessThan(300);
          else {
            expect(answer.statusCode, what).toBe(403);
            expect(answer.json().detail).toContain(`(${permission.reason})`);
          }
        }
      });

  it('P5: somebody who is no participant writes nothing, signed in or not', async () => {
    await setPhase(harness, id, 'drafting');
    const own = await ownOf(members.delegate);
    await setPhase(harness, id, 'consultation');
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { register: 'public' });
    const elsewhere = await everyRole(harness, await newDocument(harness, { title: 'Another' }));
    for (const { action, method, path, body } of ATTEMPTS) {
      const url = `/api/documents/${id}${path(own)}`;
      const stranger = await send(harness, elsewhere.facilitator.token, method, url, body?.(own, count));
      const nobody = await send(harness, null, method, url, body?.(own, count));
      const reading = action === 'register.view';
      expect([stranger.statusCode, nobody.statusCode], url).toEqual(reading ? [200, 200] : [403, 401]);
    }
  });
});
