import { createRandom } from '../../../sim/random.ts';
import { gather } from '../core/gathering.ts';
import { paced } from '../core/pace.ts';
import { measureProcess, processFigures } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';

const READERS = 1000;
/** y-protocols renews a client's own presence after this time, in seconds (awareness.js, outdatedTimeout / 2). */
const RENEWAL = 15;

/** Nobody writes. Stock clients renew their presence all the same, also those who only read. */
export const scenario: Scenario = {
  name: 'idle',
  title: '1,000 idle readers that renew their presence every 15 s',
  servers: ['sounding-board', 'hocuspocus'],
  figures: { serverCore: 'server core', clientCore: 'client core', memory: 'memory MB' },
  targets: [{ figure: 'serverCore', atMost: 0.05 }],
  rounds: 1,
  async run({ server, seconds, seed }) {
    const gathering = await gather(server, { writers: 1, readers: READERS, seed });
    const { audience, readers } = gathering;
    const random = createRandom(seed);
    const renew = readers.map(({ line }) => {
      const client = random.below(2 ** 32);
      let clock = 0;
      return () => {
        clock += 1;
        line.send(audience.dialect.presence([{ client, clock, state: '{"user":{"name":"Reader"}}' }]));
      };
    });
    await paced(renew, 1 / RENEWAL, seconds(5), random);
    const used = process.cpuUsage();
    const measured = measureProcess(server.pid);
    await paced(renew, 1 / RENEWAL, seconds(30), random);
    const { cpu, seconds: took } = measured();
    const { user, system } = process.cpuUsage(used);
    const remarks = [...new Set(gathering.ended)];
    gathering.close();
    return {
      figures: {
        serverCore: cpu / took,
        clientCore: (user + system) / 1e6 / took,
        memory: processFigures(server.pid).memory,
      },
      soundness: null,
      remarks,
    };
  },
};
