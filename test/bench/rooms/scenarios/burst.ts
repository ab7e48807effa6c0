import * as Y from 'yjs';
import { gather } from '../core/gathering.ts';
import { pause } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
import { typeAhead } from '../core/type-ahead.ts';
import { createCrowd, NO_BAGGAGE } from '../joins/visitor.ts';

const UPDATES = 20_000;
/** Handed to the socket at a time, so that this process reads in between. */
const AT_ONCE = 500;

/** Somebody comes back from a long flight with 20,000 keystrokes, and a newcomer opens the text right behind. */
export const scenario: Scenario = {
  name: 'burst',
  title: '20,000 updates of one client as fast as it can, then a fresh client',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    whole: 'ms from the first update until the newcomer has all',
    served: 'ms from its own coming',
    cpu: 'server CPU ms',
    followed: 'ms until 5 readers have all',
  },
  targets: [
    { figure: 'served', against: 'hocuspocus', atMost: 0.3 },
    { figure: 'whole', against: 'hocuspocus', atMost: 1 },
  ],
  rounds: 3,
  async run({ server, seed, short }) {
    const updates = short ? UPDATES / 4 : UPDATES;
    const gathering = await gather(server, { writers: 1, readers: 5, seed });
    const [writer] = gathering.writers;
    if (writer === undefined) throw new Error('nobody writes');
    const typed = typeAhead(writer.doc, updates, seed);
    const crowd = createCrowd(gathering.room.dialect, Y.encodeStateAsUpdate(typed.doc));
    const ofServer = measureProcess(server.pid);
    const begun = performance.now();
    for (let from = 0; from < updates; from += AT_ONCE) {
      writer.line.sendAll(
        typed.updates.slice(from, from + AT_ONCE).map((update) => gathering.room.dialect.update(update)),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    const came = performance.now();
    const newcomer = await crowd.enter(gathering.room.reader(5), NO_BAGGAGE);
    await crowd.all();
    const doneAt = newcomer.doneAt ?? Number.NaN;
    Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(typed.doc), 'server');
    const followed = (await gathering.settled()) ? performance.now() - begun : Number.POSITIVE_INFINITY;
    await pause(500);
    const { cpu } = ofServer();
    crowd.leave();
    const lost = gathering.readers.reduce((sum, { ledger }) => sum + ledger.missing([writer.clock]), 0);
    const remarks = [...new Set(gathering.ended)];
    gathering.close();
    return {
      figures: { whole: doneAt - begun, served: doneAt - came, cpu: cpu * 1_000, followed },
      soundness: { lost, doubled: 0, gaps: 0, converged: crowd.wrong() === 0 },
      remarks,
    };
  },
};
