import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import type { Action } from '../../../shared/policy/table.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  invitationFor,
  type Member,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from '../harness.ts';

/** Requests by the action they need; every one succeeds for whoever may. */
interface Attempt {
  readonly action: Action;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: (spare: string, n: number) => string;
  readonly body?: (n: number) => object;
}

/** Delegations invited so far: each needs a name of its own. */
let delegations = 0;

const ATTEMPTS: readonly Attempt[] = [
  { action: 'document.view', method: 'GET', path: () => '' },
  { action: 'document.configure', method: 'PATCH', path: () => '', body: (n) => ({ title: `Title ${n}` }) },
  { action: 'members.view', method: 'GET', path: () => '/members' },
  {
    action: 'members.change',
    method: 'POST',
    path: () => '/invitations',
    body: () => invitationFor('observer'),
  },
  { action: 'members.change', method: 'POST', path: (spare) => `/members/${spare}/invitation` },
  {
    action: 'members.change',
    method: 'POST',
    path: () => '/delegations',
    body: () => {
      delegations += 1;
      return { delegations: [{ name: `Delegation number ${delegations}`, constituency: 'academia' }] };
    },
  },
  {
    action: 'members.change',
    method: 'PATCH',
    path: (spare) => `/members/${spare}`,
    body: () => ({ role: 'observer' }),
  },
  { action: 'text.view', method: 'GET', path: () => '/text' },
  { action: 'text.view', method: 'GET', path: () => '/text/authorship' },
  { action: 'version.view', method: 'GET', path: () => '/versions' },
  { action: 'version.view', method: 'GET', path: () => '/versions/latest' },
  { action: 'version.view', method: 'GET', path: () => '/comparison?from=latest&to=latest' },
  { action: 'version.publish', method: 'GET', path: () => '/publication' },
  { action: 'audit.view', method: 'GET', path: () => '/audit' },
];

describe('permission over HTTP', () => {
  let harness: Harness;
  let id: string;
  let members: Record<(typeof ROLES)[number], Member>;
  let spare: Member;

  beforeAll(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
    members = await everyRole(harness, id);
    spare = await newMember(harness, id, 'observer', 'Sample spare');
    await write(harness, id, members.drafter.id, 'We decide.');
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, {
      stage: 'zero',
      name: 'Zero draft',
    });
  });
  afterAll(() => harness.close());

  for (const phase of PHASES)
    for (const role of ROLES)
      it(`P1: in ${phase}, ${role} may do exactly what the table says`, async () => {
        await setPhase(harness, id, phase);
        const document = { phase, workingText: 'team', register: 'participants' } as const;
        for (const [n, { action, method, path, body }] of ATTEMPTS.entries()) {
          const url = `/api/documents/${id}${path(spare.id, n)}`;
          const answer = await send(harness, members[role].token, method, url, body?.(n));
          const permission = can({ role, constituency: null }, action, document);
          const what = `${method} ${url}: ${answer.body.slice(0, 200)}`;
          if (permission.allowed) expect(answer.statusCode, what).toBeLessThan(300);
          else {
            expect(answer.statusCode, what).toBe(403);
            expect(answer.json().code).toBe('not-permitted');
            expect(answer.json().detail).toContain(`(${permission.reason})`);
          }
        }
      });

  for (const phase of PHASES)
    it(`P3: in ${phase}, only facilitators publish and change the phase`, async () => {
      for (const role of ROLES) {
        await setPhase(harness, id, phase);
        const before = (await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).json();
        const { token } = members[role];
        await write(harness, id, members.drafter.id, `${phase} ${role}`);
        const version = { stage: 'revision', name: `${phase} ${role}` };
        const published = await send(harness, token, 'POST', `/api/documents/${id}/versions`, version);
        const other = phase === 'silence' ? 'drafting' : 'silence';
        const moved = await send(harness, token, 'POST', `/api/documents/${id}/phase`, { phase: other });
        const after = (await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).json();
        const facilitates = role === 'facilitator';
        expect(published.statusCode).toBe(
          facilitates && phase !== 'closed' && phase !== 'silence' ? 201 : 403,
        );
        expect(moved.statusCode).toBe(facilitates ? 200 : 403);
        expect(after.document.phase).toBe(facilitates ? other : phase);
        expect(after.versions.length - before.versions.length).toBe(published.statusCode === 201 ? 1 : 0);
      }
    });

  it('P2: the abilities a client is told are those the server enforces', async () => {
    await setPhase(harness, id, 'drafting');
    for (const role of ROLES) {
      const { abilities } = (await send(harness, members[role].token, 'GET', `/api/documents/${id}`)).json();
      expect(abilities['text.write']).toEqual(
        role === 'facilitator' || role === 'drafter' ? { allowed: true } : { allowed: false, reason: 'role' },
      );
    }
  });

  it('P4: audiences open text and register to everyone, or close them again', async () => {
    const read = async (path: string) =>
      (await send(harness, null, 'GET', `/api/documents/${id}${path}`)).statusCode;
    const configure = (body: object) => send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, body);
    expect(await read('')).toBe(401);
    await configure({ workingText: 'public' });
    expect([await read(''), await read('/text'), await read('/versions'), await read('/members')]).toEqual([
      200, 200, 403, 403,
    ]);
    await configure({ workingText: 'team', register: 'public' });
    expect([await read(''), await read('/text'), await read('/versions'), await read('/audit')]).toEqual([
      200, 403, 200, 200,
    ]);
    await configure({ register: 'participants' });
    expect(await read('')).toBe(401);
  });

  it('P5: a participant of one document is nobody in another', async () => {
    const other = await newDocument(harness, { title: 'Another' });
    const { token } = members.facilitator;
    expect((await send(harness, token, 'GET', `/api/documents/${other}`)).statusCode).toBe(403);
    const answer = await send(harness, token, 'PATCH', `/api/documents/${other}`, { title: 'Mine' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toContain('(not-a-participant)');
    const url = `/api/documents/${other}/members/${members.observer.id}`;
    expect((await send(harness, ADMIN, 'PATCH', url, { role: 'drafter' })).statusCode).toBe(404);
  });
});
