import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterCopy } from '../../../server/queries/register-copies.ts';
import { seenEntries } from '../../../server/queries/seen-entries.ts';
import type { DelegationId, DocumentId } from '../../../shared/model/ids.ts';
import { asSeenBy, type Viewer } from '../../../shared/policy/visible.ts';
import { createRegisterStage, type RegisterStage, WHOLE } from '../register-stage.ts';

/** More rows than are judged in one go. */
const ROWS = 340;

let stage: RegisterStage;
let register: RegisterCopy;
let viewers: Viewer[];
beforeAll(async () => {
  stage = await createRegisterStage();
  const { store, context } = stage.harness;
  const first = await stage.comment('delegate', { on: WHOLE, text: 'A note.', visibility: 'delegation' });
  const own = first.row.by.delegationId as DelegationId;
  const documentId = stage.id as DocumentId;
  await store.transact((rows) =>
    rows.register.appendAll(
      documentId,
      'comment',
      Array.from({ length: ROWS }, (_, k) => ({
        ...(first.row as never as object),
        id: `comment-${k}`,
        visibility: k % 3 === 0 ? 'delegation' : 'public',
      })) as never,
      '2026-01-01T00:00:00.000Z' as never,
    ),
  );
  register = await context.registers.of(documentId);
  const allowed = { allowed: true } as never;
  viewers = [own, 'another' as DelegationId, null].map((delegation) => ({
    delegation,
    abilities: { 'register.view': allowed, 'text.view': allowed },
  }));
});
afterAll(() => stage.close());

describe('what a visitor sees of a register', () => {
  it('H24: is the same whether it is judged in one go or in steps', async () => {
    const { head } = register;
    for (const viewer of viewers)
      for (const after of [0, 5, head - 3, head]) {
        const judged = register.entries(after).flatMap((entry) => asSeenBy(entry, viewer, register) ?? []);
        expect(await seenEntries(register, viewer, after)).toEqual({ head, entries: judged });
      }
    const [own, other] = viewers as [Viewer, Viewer];
    const seen = async (viewer: Viewer) => (await seenEntries(register, viewer, 0)).entries.length;
    expect((await seen(own)) - (await seen(other))).toBe(1 + Math.ceil(ROWS / 3));
  });

  it('H24: is of the moment when it was asked for', async () => {
    const [own] = viewers as [Viewer];
    const { head } = register;
    const asked = seenEntries(register, own, 0);
    await stage.comment('delegate', { on: WHOLE, text: 'A later one.', visibility: 'public' });
    await stage.harness.context.registers.of(stage.id as DocumentId);
    expect(register.head).toBe(head + 1);
    expect((await asked).head).toBe(head);
    expect((await asked).entries.every(({ seq }) => seq <= head)).toBe(true);
  });
});
