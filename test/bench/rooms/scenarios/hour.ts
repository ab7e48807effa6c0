import { readdirSync } from 'node:fs';
import { createRandom } from '../../../sim/random.ts';
import { checkGathering } from '../core/check.ts';
import { gather } from '../core/gathering.ts';
import { paced } from '../core/pace.ts';
import { processFigures } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';

const WRITERS = 20;
/** Keystrokes a second of each writer: seven times that of a person, so that minutes stand for an hour. */
const PER_SECOND = 49;
const PERSON = 7;
const SAMPLE_SECONDS = 1;

/** What grows while people type: the text does, nothing else should. */
export const scenario: Scenario = {
  name: 'hour',
  title: '20 type at seven times the speed of a person: memory and open files per hour of typing',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    typed: 'updates/s',
    slope: 'MB per hour of typing',
    begun: 'memory MB, warmed up',
    ended: 'memory MB at the end',
    textBytes: 'MB the text grew per hour',
    files: 'open files more',
  },
  targets: [{ figure: 'files', atMost: 0 }],
  rounds: 1,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: WRITERS, readers: 20, seed, live: false });
    const random = createRandom(seed);
    const type = (time: number) =>
      paced(
        gathering.writers.map((writer) => () => writer.type()),
        PER_SECOND,
        time,
        random,
      );
    await type(seconds(25));
    const filesBefore = openFiles(server.pid);
    const samples: { readonly at: number; readonly memory: number }[] = [];
    let updates = 0;
    for (let second = 0; second < seconds(60); second += SAMPLE_SECONDS) {
      updates += await type(SAMPLE_SECONDS);
      samples.push({ at: updates, memory: processFigures(server.pid).memory });
    }
    const settled = await gathering.settled();
    const files = openFiles(server.pid) - filesBefore;
    const soundness = await checkGathering(gathering, 2);
    gathering.close();
    const keysAnHour = WRITERS * PERSON * 3_600;
    return {
      figures: {
        typed: updates / seconds(60),
        slope: settled ? slopeOf(samples) * keysAnHour : Number.POSITIVE_INFINITY,
        begun: samples[0]?.memory ?? Number.NaN,
        ended: samples.at(-1)?.memory ?? Number.NaN,
        textBytes: keysAnHour / 1e6,
        files,
      },
      soundness,
      remarks: [...new Set(gathering.ended)],
    };
  },
};

const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** Least squares: MB for each update. */
function slopeOf(samples: readonly { readonly at: number; readonly memory: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map((sample) => sample.at));
  const memory = mean(samples.map((sample) => sample.memory));
  const both = samples.reduce((sum, one) => sum + (one.at - at) * (one.memory - memory), 0);
  const spread = samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  return both / spread;
}
