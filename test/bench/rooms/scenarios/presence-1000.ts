import { createRandom } from '../../../sim/random.ts';
import type { PresenceState } from '../core/dialect.ts';
import { createAudience, drawClientIds, inTurns } from '../core/gathering.ts';
import { until } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import { openReader, type Reader } from '../core/reader.ts';
import type { Scenario } from '../core/scenario.ts';

const PEOPLE = 1000;

/** Everybody shows a caret at the same moment: when a meeting begins, and after a restart. */
export const scenario: Scenario = {
  name: 'presence-1000',
  title: '1,000 presence states set at once, seen by all 1,000',
  servers: ['sounding-board', 'hocuspocus', 'y-websocket'],
  figures: {
    cpu: 'server CPU s, first time',
    seconds: 'all seen after s',
    cpuAgain: 'server CPU s, all moved',
    secondsAgain: 'all seen after s',
    unseen: 'states never seen',
    clientCore: 'client core',
  },
  targets: [{ figure: 'cpu', against: 'hocuspocus', atMost: 0.5 }],
  rounds: 3,
  async run({ server, seed }) {
    const room = await server.openRoom(PEOPLE, 0);
    const clientIDs = drawClientIds(createRandom(seed), PEOPLE);
    const numberOf = new Map(clientIDs.map((client, number) => [client, number]));
    const audience = createAudience(server, room, clientIDs);
    /** The round whose state of each person each receiver has seen, and how many it has of the present one. */
    const seen = Array.from({ length: PEOPLE }, () => new Uint8Array(PEOPLE));
    const counts = new Uint32Array(PEOPLE);
    const ended: string[] = [];
    const parsed = new WeakMap<PresenceState, readonly [person: number, step: number]>();
    let step = 0;

    const note = (receiver: number, states: readonly PresenceState[]): void => {
      const mine = seen[receiver] as Uint8Array;
      for (const state of states) {
        let read = parsed.get(state);
        if (read === undefined) {
          read = [numberOf.get(state.client) ?? -1, stepOf(state)];
          parsed.set(state, read);
        }
        const [person, at] = read;
        if (person < 0 || person === receiver || at !== step || mine[person] === step) continue;
        mine[person] = step;
        counts[receiver] = (counts[receiver] as number) + 1;
      }
    };
    const people: Reader[] = await inTurns(PEOPLE, (number) =>
      openReader(room.writer(number), audience, {
        presence: (states) => note(number, states),
        ended: (why) => void ended.push(why),
      }),
    );
    await until(() => people.every((one) => one.synced), 20_000);

    const everybodyShows = async (): Promise<{
      cpu: number;
      seconds: number;
      unseen: number;
      core: number;
    }> => {
      step += 1;
      counts.fill(0);
      const client = process.cpuUsage();
      const measured = measureProcess(server.pid);
      for (const [number, { line }] of people.entries())
        line.send(audience.dialect.presence([shown(clientIDs[number] as number, step, number)]));
      await until(() => counts.every((count) => count === PEOPLE - 1), 20_000);
      const { cpu, seconds } = measured();
      const { user, system } = process.cpuUsage(client);
      const unseen = counts.reduce((sum, count) => sum + PEOPLE - 1 - count, 0);
      return { cpu, seconds, unseen, core: (user + system) / 1e6 / seconds };
    };
    const first = await everybodyShows();
    const again = await everybodyShows();
    for (const { line } of people) line.drop();
    return {
      figures: {
        cpu: first.cpu,
        seconds: first.seconds,
        cpuAgain: again.cpu,
        secondsAgain: again.seconds,
        unseen: first.unseen + again.unseen,
        clientCore: Math.max(first.core, again.core),
      },
      soundness: null,
      remarks: [...new Set(ended)],
    };
  },
};

/** A state as editors send it: a name, a colour and a caret. */
function shown(client: number, step: number, number: number): PresenceState {
  const caret = { type: null, tname: 'text', item: { client, clock: number }, assoc: -1 };
  const state = {
    user: { name: `Person ${number}`, color: '#406080' },
    cursor: { anchor: caret, head: caret },
    step,
  };
  return { client, clock: step, state: JSON.stringify(state) };
}

const stepOf = ({ state }: PresenceState): number => Number(/"step":(\d+)/.exec(state)?.[1] ?? 0);
