import { checkGathering } from '../core/check.ts';
import { gather } from '../core/gathering.ts';
import { pause } from '../core/pace.ts';
import { processFigures } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { typeAndMeasure } from '../core/typing.ts';

/** What a thousand who read along cost in memory, sitting still and while somebody types. */
export const scenario: Scenario = {
  name: 'memory-1000',
  title: '1,000 readers in one room, 5 of them also writing',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    empty: 'memory MB, started',
    memory: 'memory MB, 1,000 readers',
    each: 'KB a reader',
    typing: 'memory MB after typing',
    peak: 'peak MB',
  },
  targets: [
    { figure: 'memory', against: 'hocuspocus', atMost: 0.8 },
    { figure: 'typing', against: 'hocuspocus', atMost: 0.8 },
  ],
  rounds: 3,
  async run({ server, seconds, seed }) {
    const empty = processFigures(server.pid).memory;
    const gathering = await gather(server, { writers: 5, readers: 1000, seed });
    await pause(3_000);
    const { memory } = processFigures(server.pid);
    await typeAndMeasure(gathering, { perSecond: 7, seconds: seconds(10), seed });
    await pause(1_000);
    const after = processFigures(server.pid);
    const soundness = await checkGathering(gathering);
    gathering.close();
    return {
      figures: {
        empty,
        memory,
        each: memory - empty,
        typing: after.memory,
        peak: after.peak,
      },
      soundness,
      remarks: [...new Set(gathering.ended)],
    };
  },
};
