import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import { type DeclarationActs, declarationActs } from '../declaration-acts.ts';
import { setPhase } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let wanted: DeclarationActs['wanted'];
let attempt: DeclarationActs['attempt'];
let file: DeclarationActs['file'];
let ask: DeclarationActs['ask'];
beforeAll(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
  ({ wanted, attempt, file, ask } = declarationActs(stage));
});
afterAll(() => stage.close());

describe('permission for declarations', () => {
  for (const phase of PHASES)
    it(`P1: in ${phase}, every role may do exactly what the table says`, async () => {
      await setPhase(stage.harness, stage.id, 'negotiation');
      const { id } = await file(await stage.invite('delegate', 'Delegation F'));
      await setPhase(stage.harness, stage.id, phase);
      for (const role of ROLES) {
        const may = can({ role, constituency: null }, 'declaration.file', {
          phase,
          workingText: 'participants',
          register: 'public',
        }).allowed;
        const answers = [
          await attempt(role),
          await stage.as(role, 'POST', `/declarations/${id}/joining`, {}),
          await stage.as(role, 'POST', `/declarations/${id}/leaving`),
        ];
        for (const answer of answers)
          if (may) expect(answer.statusCode, `${role}: ${answer.body}`).toBeLessThan(300);
          else expect(outcome(answer)).toEqual([403, 'not-permitted']);
        expect((await stage.as(role, 'GET', '/declarations')).statusCode).toBe(200);
      }
    });

  it('V40, V76: after adoption it speaks of the adopted text; after the closing of the record nothing changes', async () => {
    await setPhase(stage.harness, stage.id, 'negotiation');
    await stage.as('facilitator', 'POST', '/versions', { stage: 'revision', name: 'Rev.1' });
    const early = await file('delegate', { statement: { language: 'en', text: 'Before.' } });
    const { store, clock } = stage.harness;
    const versions = (await stage.as('facilitator', 'GET', '/versions')).json().versions;
    const adopt = (recordClosedAt: string | null) =>
      store.transact(async (rows) => {
        const document = await rows.documents.find(stage.id as never);
        if (document === null) throw new Error('no document');
        const by = { ...early.row.by, onBehalfOf: null };
        const adopted = { version: versions.at(-1).id, recordClosedAt } as never as {
          version: never;
          recordClosedAt: never;
        };
        const row = { id: stage.id, documentId: stage.id, ...adopted, manner: 'consensus', votes: null };
        const whole = { ...row, date: clock.now(), symbol: '', by } as never;
        await rows.register.append(stage.id as never, 'adoption', stage.id, whole, clock.now());
        await rows.documents.update({
          ...document,
          phase: 'adoption',
          adoption: { ...adopted, at: clock.now() },
        });
      });
    await adopt(null);
    const late = await file('delegate', { statement: { language: 'en', text: 'After.' } });
    expect(late.row).toMatchObject({ filed: 'after-adoption', version: versions.at(-1).id });
    const elsewhere = await attempt('delegate', { version: versions[0].id });
    expect(elsewhere.json().fields[0].field).toBe('version');
    expect((await ask('')).version).toMatchObject({ id: versions.at(-1).id, adopted: true });
    await adopt(clock.now());
    const change = { ...wanted(), statement: { language: 'en', text: 'Too late.' } };
    for (const answer of [
      await attempt('delegate'),
      await stage.as('delegate', 'PUT', `/declarations/${late.id}`, change),
      await stage.as('delegate', 'POST', `/declarations/${late.id}/withdrawal`),
      await stage.as('stakeholder', 'POST', `/declarations/${late.id}/joining`, {}),
    ]) {
      expect(outcome(answer)).toEqual([403, 'not-permitted']);
      expect(answer.json().detail).toContain('record-closed');
    }
  });
});
