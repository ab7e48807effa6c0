import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import { STANDINGS } from '../../../shared/model/position.ts';
import { can } from '../../../shared/policy/can.ts';
import { setPhase } from '../harness.ts';
import { createRegisterStage, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let version: string;
let group: string;
beforeAll(async () => {
  stage = await createRegisterStage({ register: 'participants' });
  version = (await stage.as('delegate', 'GET', '/versions/latest')).json().id;
  const made = await stage.as('facilitator', 'POST', '/groups', { name: 'Sample group', members: [] });
  group = made.json().entry.id;
});
afterAll(() => stage.close());

let turn = 0;
/** Every attempt says something else than before, so that whoever may succeeds. */
const attempts = (who: Role | null) => {
  turn += 1;
  const positions = [{ paragraph: stage.paragraph, standing: STANDINGS[turn % 4], words: `${turn}` }];
  const aligns = turn % 2 === 1;
  return Promise.all([
    stage.as(who, 'POST', '/positions', { version, positions }),
    stage.as(who, 'PUT', `/alignments/${group}`, { aligns, except: aligns ? [stage.paragraph] : [] }),
  ]);
};
const PLACE = { phase: 'drafting', workingText: 'participants', register: 'participants' } as const;

describe('who may take positions and align', () => {
  for (const phase of PHASES)
    it(`V103: in ${phase}, as the table says`, async () => {
      await setPhase(stage.harness, stage.id, phase);
      const aligned = new Map<Role, number>();
      for (const role of ROLES) {
        const actor = { role, constituency: null };
        const may = (action: 'position.record' | 'alignment.declare') =>
          can(actor, action, { ...PLACE, phase }).allowed;
        turn += turn % 2;
        const [taken, said] = await attempts(role);
        expect([role, taken?.statusCode], taken?.body).toEqual([role, may('position.record') ? 201 : 403]);
        const allowed = may('alignment.declare');
        expect([role, said?.statusCode], said?.body).toEqual([role, allowed ? 200 : 403]);
        aligned.set(role, said?.statusCode ?? 0);
        // Taken back, so that the next phase begins from the same.
        if (allowed) await stage.as(role, 'PUT', `/alignments/${group}`, { aligns: false });
      }
      const strangers = await attempts(null);
      expect(strangers.map(({ statusCode }) => statusCode)).toEqual([401, 401]);
    });

  it('V103: who sees the register sees every position, and nobody else', async () => {
    for (const path of ['/positions', '/positions/reading']) {
      for (const role of ROLES) expect((await stage.as(role, 'GET', path)).statusCode).toBe(200);
      expect((await stage.as(null, 'GET', path)).statusCode).toBe(401);
      expect((await stage.as('delegate', 'GET', `${path}?version=none`)).statusCode).toBe(404);
    }
  });
});
