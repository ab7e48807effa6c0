import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
});
afterAll(() => stage.close());

const said = (text: string, more: object = {}) => ({
  kind: 'reservation',
  objects: [{ on: 'paragraph', paragraph: stage.paragraph }],
  statement: { language: 'en', text },
  ...more,
});
const publish = async (name: string): Promise<string> => {
  const { rooms } = stage.harness;
  await rooms.edit(stage.id as never, stage.people.drafter.id as never, (text) => {
    text.insert(text.length, ' And again.');
  });
  const answer = await stage.as('facilitator', 'POST', '/versions', { stage: 'revision', name });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().id;
};

describe('declarations filed before adoption', () => {
  it('V115: may be corrected after it on the version they were filed on, until the record is closed', async () => {
    const other = (await stage.as('facilitator', 'GET', '/versions')).json().versions.at(-1).id;
    const filedOn = await publish('Rev.1');
    const filed = (await stage.as('delegate', 'POST', '/declarations', said('Before.'))).json().entry;
    expect(filed.row).toMatchObject({ filed: 'before-adoption', version: filedOn });
    const adopted = await publish('Rev.2');
    const adoption = { version: adopted, manner: 'consensus', date: '2026-10-01', symbol: 'A/RES/81/2' };
    expect((await stage.as('facilitator', 'POST', '/adoption', adoption)).statusCode).toBe(201);
    stage.harness.clock.turn(60_000);
    const correct = (text: string, version: string) =>
      stage.as('delegate', 'PUT', `/declarations/${filed.id}`, said(text, { version }));

    const { entry } = (await correct('After, on the same version.', filedOn)).json();
    expect(entry).toMatchObject({
      revision: 2,
      row: {
        version: filedOn,
        filed: 'before-adoption',
        by: filed.row.by,
        statement: { text: 'After, on the same version.' },
      },
    });
    expect(entry.row.correctedAt > filed.row.by.at).toBe(true);
    expect((await correct('On a third version.', other)).json().fields[0].field).toBe('version');

    // What is filed only now speaks of the adopted text alone.
    const late = await stage.as('delegate', 'POST', '/declarations', said('Late.', { version: filedOn }));
    expect(late.json().fields[0].field).toBe('version');

    const moved = (await correct('On the adopted text.', 'latest')).json().entry;
    expect(moved.row).toMatchObject({ version: adopted, filed: 'before-adoption', by: filed.row.by });
    expect((await correct('Back again.', filedOn)).json().fields[0].field).toBe('version');

    expect((await stage.as('facilitator', 'POST', '/record/closing')).statusCode).toBeLessThan(300);
    expect(outcome(await correct('Too late.', adopted))).toEqual([403, 'not-permitted']);
  });
});
