import { KILL_FIGURES, killRun, seenOf } from '../core/kill.ts';
import { until } from '../core/pace.ts';
import type { Scenario } from '../core/scenario.ts';
import { typeAhead } from '../core/type-ahead.ts';
import type { Writer } from '../core/writer.ts';

const UPDATES = 20_000;
/** Handed to the socket at a time, so that this process reads in between. */
const AT_ONCE = 500;

/** The power fails while somebody brings 20,000 keystrokes from a flight. */
export const scenario: Scenario = {
  name: 'killed-burst',
  title: 'kill -9 in a burst of 20,000 updates of one client, at a random one that another client sees',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: KILL_FIGURES,
  targets: [{ figure: 'lost', atMost: 0 }],
  rounds: 1,
  run: (stage) =>
    killRun(stage, 1, async (gathering, random) => {
      const [writer] = gathering.writers as [Writer];
      const updates = stage.short ? UPDATES / 4 : UPDATES;
      const typed = typeAhead(writer.doc, updates, stage.seed);
      const enough = writer.clock + 1 + random.below(updates);
      const isEnough = (): boolean => (seenOf(gathering)[0] as number) >= enough;
      for (let from = 0; from < updates && !isEnough(); from += AT_ONCE) {
        const next = typed.updates.slice(from, from + AT_ONCE);
        writer.line.sendAll(next.map((update) => gathering.room.dialect.update(update)));
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (!(await until(isEnough, 60_000))) throw new Error('nobody sees the burst');
    }),
};
