import { describe, expect, it } from 'vitest';
import { LONG, SEED } from '../seeded.ts';
import { ask, openTable, sitDown, tell } from './people.ts';
import { prepareDrill, type Rule, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const drill = prepareDrill();

/** Points of one publication; in the long form every statement of it, until none is left. */
const POINTS: readonly Rule[] = [
  { match: 'into "versions"', when: 'before', act: 'kill' },
  { match: 'into "audit"', when: 'after', act: 'kill' },
  { match: '^COMMIT', when: 'before', act: 'kill' },
  { match: '^COMMIT', when: 'after', act: 'kill' },
];

interface Version {
  readonly name: string;
  readonly hash: string;
}

describe('kill -9 while a version is published and people type', () => {
  it('F4: the version is there whole or not at all; the same request again publishes it once', async () => {
    let server: Server = await drill.start();
    const table = await openTable(server, NAMES);
    await ask(server, 'POST', `/${table.id}/phase`, { phase: 'drafting' });
    const typing = sitDown(table, NAMES, SEED);
    let [interrupted, published] = [0, 0];

    /** Publishes while the point is lain in wait; answers whether the server was killed. */
    const publish = async (rule: Rule): Promise<boolean> => {
      published += 1;
      const name = `Draft ${published}`;
      const request = { stage: 'elements', name };
      const path = `/${table.id}/versions`;
      typing.enter(server);
      await typing.promised(NAMES.length * 3);
      // Their windows are committed too: which of the two is hit first is left to chance.
      const struckBefore = drill.struck().length;
      drill.plan(rule);
      const first = await tell<Version>(server, 'POST', path, request, name);
      const killed = drill.struck().length > struckBefore;
      drill.plan();
      typing.leave();
      if (!killed) return false;
      await server.ended;
      if (first === null) interrupted += 1;
      expect(await verdict(typing.scene(drill)), name).toEqual([]);
      server = await drill.start();
      const again = await tell<Version>(server, 'POST', path, request, name);
      expect(again?.status, JSON.stringify(again)).toBe(201);
      if (first !== null) expect(again?.body).toEqual(first.body);
      const { versions } = await ask<{ versions: Version[] }>(server, 'GET', path);
      expect(versions.filter((version) => version.name === name)).toHaveLength(1);
      return true;
    };

    for (const point of POINTS) expect(await publish(point)).toBe(true);
    if (LONG) for (let nth = 1; await publish({ match: '.', when: 'before', act: 'kill', nth }); nth += 1);
    expect(interrupted).toBeGreaterThan(0);
    expect(await server.stop()).toBe(0);
    expect(await verdict(typing.scene(drill))).toEqual([]);
  });
});
