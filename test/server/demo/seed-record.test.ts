import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDemo } from '../../../server/demo/seed.ts';
import { createHarness, type Harness, send } from '../harness.ts';

describe('the sample’s positions and record', () => {
  let harness: Harness;
  let id: string;
  beforeAll(async () => {
    harness = await createHarness();
    ({ documentId: id } = (await ensureDemo(harness.context)).answer);
  });
  afterAll(() => harness.close());
  const get = async (path: string) =>
    (await send(harness, null, 'GET', `/api/documents/${id}${path}`)).json();
  const rows = async (noun: string) => {
    const { entries } = await get('/register');
    return entries.filter((entry: { noun: string }) => entry.noun === noun);
  };

  it('H19: the road lies behind and ahead, and each version is at its station', async () => {
    const { versions } = await get('/versions');
    const { stations, since } = await get('/roadmap');
    expect(stations.map(({ milestone }: { milestone: { kind: string } }) => milestone.kind)).toEqual([
      'mandate',
      'stocktaking',
      'elements-paper',
      'zero-draft',
      'revision',
      'consultation',
      'revision',
      'silence',
      'adoption',
    ]);
    const named = stations.flatMap((station: { versions: string[] }) => station.versions);
    expect(named).toEqual(versions.map((version: { id: string }) => version.id));
    const reached = stations.filter(
      ({ milestone }: { milestone: { actual: string | null } }) => milestone.actual,
    );
    expect(reached).toHaveLength(5);
    expect(stations[5].window.workingDays).toBeGreaterThanOrEqual(7);
    expect(reached[4].received.length).toBeGreaterThan(2);
    expect(since.received.length).toBeGreaterThan(2);
  });

  it('H19: positions are carried, wait to be confirmed and were taken anew; two groups have alignments', async () => {
    const { held } = (await harness.context.positions.heldOn(
      id as never,
      (await get('/versions')).versions.at(-1).id,
    )) as { held: ReadonlyMap<string, ReadonlyMap<string, { state: string }>> };
    const states = [...held.values()].flatMap((row) => [...row.values()].map(({ state }) => state));
    for (const state of ['own', 'carried', 'to-reconfirm']) expect(states).toContain(state);
    expect([...held.keys()].some((key) => key.startsWith('group.'))).toBe(true);
    expect(await rows('alignment')).toHaveLength(2);
    expect((await rows('group')).length).toBe(2);
  });

  it('H19: three statements, two declarations, one of a group that was joined with an exception', async () => {
    expect(await rows('statement')).toHaveLength(3);
    const declarations = await rows('declaration');
    expect(declarations).toHaveLength(2);
    const ofGroup = declarations.find(
      ({ row }: { row: { holder: { noun: string } } }) => row.holder.noun === 'group',
    );
    expect(ofGroup.row.joined[0].except).toHaveLength(1);
  });

  it('H19: the text can be edited: nothing is under silence and nothing adopted', async () => {
    const { document } = await get('');
    expect(document).toMatchObject({ phase: 'drafting', closesAt: null });
    expect(document.adoption).toBeUndefined();
    expect(await rows('silence')).toEqual([]);
  });
});
