import { readdirSync } from 'node:fs';
import * as Y from 'yjs';
import { createRandom } from '../../../sim/random.ts';
import { checkGathering, joinFresh } from '../core/check.ts';
import { type Gathering, gather } from '../core/gathering.ts';
import { heapOfText } from '../core/heap-of-text.ts';
import { paced } from '../core/pace.ts';
import { processFigures } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { slopeOf } from '../core/slope.ts';

const WRITERS = 20;
/** Keystrokes a second of each writer: seven times that of a person, so that a minute stands for seven. */
const PER_SECOND = 49;
const SAMPLE_SECONDS = 1;
/**
 * Milliseconds after which a client renews its presence, as those of y-protocols do. hocuspocus closes whoever has said
 * nothing for a minute, with 4408.
 */
const RENEWED_EVERY = 15_000;
/** What slopes are told for: 20 people who type for an hour make 504,000. */
const KEYS = 100_000;

/** What grows while people type: the text does, nothing else should. */
export const scenario: Scenario = {
  name: 'hour',
  title: 'a minute of 20 who type at seven times the speed of a person: what grows',
  servers: ['sounding-board', 'hocuspocus'],
  figures: {
    typed: 'updates/s',
    slope: 'MB per 100,000 keystrokes',
    text: 'of these the text itself as Yjs holds it, MB',
    begun: 'memory MB, warmed up',
    ended: 'memory MB at the end',
    files: 'open files more',
  },
  targets: [
    { figure: 'slope', against: 'hocuspocus', atMost: 1 },
    { figure: 'files', atMost: 0 },
  ],
  rounds: 1,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: WRITERS, readers: 20, seed, live: false });
    const random = createRandom(seed);
    const renewing = setInterval(() => renew(gathering), RENEWED_EVERY);
    const type = (time: number) =>
      paced(
        gathering.writers.map((writer) => () => writer.type()),
        PER_SECOND,
        time,
        random,
      );
    await type(seconds(20));
    await gathering.settled();
    const heapBefore = heapOfText(await stateOf(gathering));
    const filesBefore = openFiles(server.pid);
    const samples: { readonly at: number; readonly value: number }[] = [];
    let updates = 0;
    for (let second = 0; second < seconds(60); second += SAMPLE_SECONDS) {
      updates += await type(SAMPLE_SECONDS);
      samples.push({ at: updates, value: processFigures(server.pid).memory });
    }
    const settled = await gathering.settled();
    const files = openFiles(server.pid) - filesBefore;
    const grown = heapOfText(await stateOf(gathering)) - heapBefore;
    const soundness = await checkGathering(gathering, 1);
    clearInterval(renewing);
    gathering.close();
    return {
      figures: {
        typed: updates / seconds(60),
        slope: settled ? slopeOf(samples) * KEYS : Number.POSITIVE_INFINITY,
        text: (grown / updates) * KEYS,
        begun: samples[0]?.value ?? Number.NaN,
        ended: samples.at(-1)?.value ?? Number.NaN,
        files,
      },
      soundness,
      remarks: [...new Set(gathering.ended)],
    };
  },
};

/** Every reader says that it is there. */
function renew({ readers, room }: Gathering): void {
  const clock = Math.round(performance.now());
  for (const [number, { line }] of readers.entries())
    line.send(room.dialect.presence([{ client: number + 1, clock, state: '{}' }]));
}

const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** The text as the server gives it to somebody who comes. */
async function stateOf({ room, writers }: Gathering): Promise<Uint8Array> {
  const ends = new Map(writers.map(({ doc, clock }) => [doc.clientID, clock]));
  return Y.encodeStateAsUpdate(await joinFresh(room, room.reader(0), ends));
}
