import * as Y from 'yjs';
import { createRandom, type Random } from '../../../sim/random.ts';
import type { RunningServer } from '../servers/server.ts';
import { enterFresh } from './check.ts';
import { type Gathering, gather } from './gathering.ts';
import { pause, until } from './pace.ts';
import type { RunResult, Stage } from './scenario.ts';

/** Kills of a run, so that ends of many kinds are met: just stored, about to be stored. */
const KILLS = 10;
const KILLS_SHORT = 2;

/** Milliseconds after which the text that is there beforehand is on disk: hocuspocus stores after 2 s of quiet. */
const STORED = 3_000;
/** Milliseconds for what the dead server had sent to be read, and for a started one to hand out what it loads. */
const READ = 200;
const LOADED = 1_500;

/** What is lost by each kill and by all: the columns of a table. */
export const KILL_FIGURES = {
  kills: 'kill -9',
  seen: 'updates seen by another client',
  lost: 'of them gone after the start',
  share: 'share gone',
  worst: 'gone by the worst kill',
} as const;

/** Clocks that somebody else than their writer has, summed over the writers. */
export const seenOf = ({ writers, readers }: Gathering): number[] =>
  writers.map((_, writer) => Math.max(...readers.map(({ ledger }) => ledger.has(writer))));

/**
 * Fills a room, lets `act` write in it, kills the server at that moment, starts it and asks for the text; again and
 * again. Nobody who was there comes back, since they would bring back what they have.
 */
export async function killRun(
  { server, seed, short }: Stage,
  writers: number,
  act: (gathering: Gathering, random: Random) => Promise<void>,
): Promise<RunResult> {
  const kills: { readonly seen: number; readonly lost: number }[] = [];
  for (let kill = 0; kill < (short ? KILLS_SHORT : KILLS); kill += 1) {
    const random = createRandom(seed * 100 + kill);
    const gathering = await gather(server, { writers, readers: 5, seed: seed + kill, paragraphs: 2 });
    await pause(STORED);
    const before = gathering.writers.map((writer) => writer.clock);
    // Taken now: Yjs changes the clientID of a document whose own updates come back to it.
    const clients = gathering.writers.map(({ doc }) => doc.clientID);
    await act(gathering, random);
    await server.stop('SIGKILL');
    await pause(READ);
    const seen = seenOf(gathering);
    gathering.close();
    await server.start();
    const given = await textGiven(server, gathering, clients);
    kills.push({
      seen: seen.reduce((sum, clock, k) => sum + clock - (before[k] as number), 0),
      lost: seen.reduce((sum, clock, k) => sum + Math.max(0, clock - (given[k] as number)), 0),
    });
  }
  const sum = (figure: 'seen' | 'lost'): number => kills.reduce((all, kill) => all + kill[figure], 0);
  const [seen, lost] = [sum('seen'), sum('lost')];
  const worst = Math.max(...kills.map((kill) => kill.lost));
  return {
    figures: { kills: kills.length, seen, lost, share: lost / seen, worst },
    soundness: { lost, doubled: 0, gaps: 0, converged: true },
  };
}

/** Clocks of those clientIDs in the text that a newcomer is given. */
async function textGiven(
  { name }: RunningServer,
  { room }: Gathering,
  clients: readonly number[],
): Promise<number[]> {
  const { doc, line, isWhole } = await enterFresh(room, room.reader(0));
  if (!(await until(isWhole, 30_000))) throw new Error(`${name} gave no text after its start`);
  // y-websocket's server answers before it has loaded, and hands out the text when it has.
  await pause(LOADED);
  line.drop();
  return clients.map((client) => Y.getState(doc.store, client));
}
