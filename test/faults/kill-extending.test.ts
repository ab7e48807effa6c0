import { expect, it } from 'vitest';
import { LONG, SEED } from '../seeded.ts';
import { ask, openTable, sitDown, tell } from './people.ts';
import { prepareDrill, type Rule } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const HOUR = 3_600_000;
const drill = prepareDrill();

/** Points of one extension; in the long form every statement of it, until none is left. */
const POINTS: readonly Rule[] = [
  { match: 'into "register"', when: 'after', act: 'kill' },
  { match: 'update "documents"', when: 'after', act: 'kill' },
  { match: 'into "audit"', when: 'after', act: 'kill' },
  { match: '^COMMIT', when: 'before', act: 'kill' },
  { match: '^COMMIT', when: 'after', act: 'kill' },
];

interface Silence {
  readonly id: string;
  readonly deadline: string;
  readonly outcome: string;
  readonly extensions?: readonly { readonly from: string; readonly to: string }[];
}

it('F4, V129: killed while more time is given, row, phase and audit all have the new deadline or none has it', async () => {
  let server = await drill.start();
  const table = await openTable(server, NAMES);
  const at = `/${table.id}`;
  const typing = sitDown(table, NAMES, SEED);
  typing.enter(server);
  await typing.promised(NAMES.length * 3);
  await typing.settled();
  typing.leave();
  await ask(server, 'POST', `${at}/phase`, { phase: 'negotiation' });
  const published = { stage: 'revision', name: 'Rev.1' };
  const { id: version } = await ask<{ id: string }>(server, 'POST', `${at}/versions`, published);
  const [deadline, to] = [24, 48].map((hours) => new Date(Date.now() + hours * HOUR).toISOString());
  const standing = async () => {
    const { document } = await ask<{ document: { closesAt: string } }>(server, 'GET', at);
    const { silences } = await ask<{ silences: { silence: Silence }[] }>(server, 'GET', `${at}/silences`);
    const { entries } = await ask<{ entries: { act: string }[] }>(server, 'GET', `${at}/audit?limit=500`);
    const audited = entries.filter(({ act }) => act === 'silence.extend').length;
    return { closesAt: document.closesAt, silence: silences.at(-1)?.silence as Silence, audited };
  };
  const outcomes = new Set<string | undefined>();

  /** Extends a silence while the point is lain in wait; answers whether the server was killed. */
  const extend = async (rule: Rule, key: string): Promise<boolean> => {
    const opening = { version, deadline };
    const { entry } = await ask<{ entry: { id: string } }>(server, 'POST', `${at}/silences`, opening);
    const path = `${at}/silences/${entry.id}/extension`;
    const { audited: before } = await standing();
    const struckBefore = drill.struck().length;
    drill.plan(rule);
    const first = await tell(server, 'POST', path, { deadline: to }, key);
    const killed = drill.struck().length > struckBefore;
    drill.plan();
    if (killed) {
      await server.ended;
      expect(await verdict(typing.scene(drill)), key).toEqual([]);
      server = await drill.start();
      const { closesAt, silence, audited } = await standing();
      outcomes.add(closesAt);
      const done = closesAt === to;
      expect([deadline, to]).toContain(closesAt);
      expect([silence.deadline, silence.extensions?.length ?? 0, audited - before]).toEqual([
        ...[closesAt, done ? 1 : 0, done ? 1 : 0],
      ]);
      if (first !== null) expect(done, 'what was answered is there').toBe(true);
      expect((await tell(server, 'POST', path, { deadline: to }, key))?.status).toBe(200);
    }
    const after = await standing();
    expect(after).toMatchObject({ closesAt: to, silence: { deadline: to, outcome: 'running' } });
    expect([after.silence.extensions?.length, after.audited]).toEqual([1, before + 1]);
    await ask(server, 'POST', `${at}/silences/${entry.id}/ending`);
    return killed;
  };

  for (const [k, point] of POINTS.entries()) expect(await extend(point, `point ${k}`)).toBe(true);
  if (LONG)
    for (let nth = 1; ; nth += 1)
      if (!(await extend({ match: '.', when: 'before', act: 'kill', nth }, `statement ${nth}`))) break;
  expect(outcomes).toEqual(new Set([deadline, to]));
  expect(await server.stop()).toBe(0);
  expect(await verdict(typing.scene(drill))).toEqual([]);
});
