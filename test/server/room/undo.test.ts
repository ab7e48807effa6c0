import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { allEqual } from './looks.ts';
import { createStage } from './stage.ts';

const SEEDS = seeds(60, 3_000);
const STEPS = 60;

/** Three people who write, mark, begin paragraphs and much undo at once, and hear each other now and then. */
async function session(seed: number) {
  const random = createRandom(seed);
  const stage = createStage();
  for (const name of ['Anna', 'Ben', 'Cem']) await stage.enter(name, 'drafter');
  const people = stage.clients.map((client) => ({
    ...client,
    history: new Y.UndoManager(client.text, { captureTimeout: 0 }),
  }));
  const acts = [
    'write',
    'write',
    'delete',
    'format',
    'begin',
    'mark',
    'undo',
    'undo',
    'undo',
    'redo',
    'redo',
  ];
  for (let step = 0; step < STEPS; step += 1) {
    const { text, history, deliver } = random.pick(people);
    const at = random.below(text.length + 1);
    const length = Math.min(text.length - at, 1 + random.below(4));
    switch (random.pick(acts)) {
      case 'write':
        text.insert(at, 'xyz'.slice(random.below(3)));
        break;
      case 'delete':
        if (length > 0) text.delete(at, length);
        break;
      case 'format':
        if (length > 0) text.format(at, length, { bold: random.chance(0.5) ? true : null });
        break;
      case 'begin':
        text.insertEmbed(at, new Y.Map([['id', `p${step}`]]));
        break;
      case 'mark': {
        const markers = (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) =>
          insert instanceof Y.Map ? [insert] : [],
        );
        if (markers.length > 0) random.pick(markers).set('level', step);
        break;
      }
      case 'undo':
        history.undo();
        break;
      default:
        history.redo();
    }
    if (random.chance(0.2)) await stage.timers.settle();
    if (random.chance(0.3)) deliver();
  }
  await stage.quiet();
  return { stage, people };
}

async function expectNobodyRefused(seed: number): Promise<void> {
  const { stage, people } = await session(seed);
  const where = `seed ${seed}`;
  expect(
    people.map(({ socket }) => socket.closedWith),
    where,
  ).toEqual([null, null, null]);
  expect(allEqual(...stage.clients), where).toBe(true);
}

describe('undo', () => {
  it(`R81: in the flat text what Yjs brings back by undo is never misplaced, in ${SEEDS} sessions from ${SEED}`, async () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) await expectNobodyRefused(seed);
  });

  it('R81: what was typed when the text was measured anew is known to stand there (seed 1578)', () =>
    expectNobodyRefused(1_578));
});
