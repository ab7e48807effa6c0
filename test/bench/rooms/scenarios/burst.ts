import * as Y from 'yjs';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { createRandom } from '../../../sim/random.ts';
import { gather } from '../core/gathering.ts';
import { pause } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { Scenario } from '../core/scenario.ts';
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

/** What one person typed offline: a character an update, in words at differing places. */
function typeAhead(
  start: Y.Doc,
  count: number,
  seed: number,
): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] } {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(start));
  doc.clientID = start.clientID;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText(TEXT_NAME);
  for (let index = 1; updates.length < count; index += 1) {
    if (random.chance(0.15)) index = 1 + random.below(text.length - 1);
    text.insert(Math.min(index, text.length), String.fromCharCode(97 + random.below(26)));
  }
  return { doc, updates };
}
