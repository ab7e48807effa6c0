import type { Heard } from '../../../client/api/events/event-hub.ts';
import type { PositionsReading } from '../../../client/api/positions/known-positions.ts';
import { createLiveMatrix, type LiveMatrix } from '../../../client/api/positions/live-matrix.ts';
import { createPositionsStore } from '../../../client/api/positions/positions-store.ts';
import type { PositionsAnswer } from '../../../shared/api/position.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import type { PositionStage } from '../../server/position-stage.ts';
import type { Random } from '../random.ts';

/** Somebody with the matrix of a version open, on a line that is slow, breaks, and brings answers when it likes. */
export interface Follower {
  readonly store: ReturnType<typeof createPositionsStore>;
  /** Tells an event, some time. */
  hear(heard: Heard): void;
  /** Lets one thing happen: an event arrives, the server reads a request, an answer arrives, or a timer ends. */
  step(random: Random): Promise<void>;
  /** Lets answers arrive that are on their way: none takes minutes, or memberships would change meanwhile unseen. */
  arrive(): Promise<void>;
  /** Lets everything happen that is still to happen. */
  settle(): Promise<void>;
  /** The matrix as this person sees it. */
  matrix(paragraphs: readonly ParagraphId[], delegations: readonly Delegation[]): LiveMatrix['matrix'] | null;
}

/** A timer that ends within this time is waited for, in ms: the longest time until a broken line is tried again. */
const SOON = 20_000;

/** Lets promises go on that wait for nothing else. */
const rest = async (): Promise<void> => {
  for (let k = 0; k < 8; k += 1) await Promise.resolve();
};

export function createFollower(stage: PositionStage, version: string, random: Random): Follower {
  const events: Heard[] = [];
  const requests: (() => Promise<void>)[] = [];
  const answers: (() => void)[] = [];
  let timers: { readonly act: () => void; readonly due: number }[] = [];
  const now = (): number => Date.parse(stage.harness.clock.now());
  const ring = (): void => {
    const timer = timers.find(({ due }) => due <= now());
    timers = timers.filter((one) => one !== timer);
    timer?.act();
  };
  let listener: ((heard: Heard) => void) | null = null;
  let live: {
    readonly of: PositionsReading;
    readonly seats: readonly Delegation[];
    readonly matrix: LiveMatrix;
  } | null = null;
  const store = createPositionsStore({
    documentId: stage.id as never,
    ask: (after) =>
      new Promise((resolve) => {
        requests.push(async () => {
          if (random.chance(0.1)) {
            answers.push(() => resolve(fail({ code: 'offline', detail: '', fields: [] })));
            return;
          }
          const path = `/positions?version=${version}&after=${after}`;
          const got = await stage.as(null, 'GET', path);
          const answer = got.json() as PositionsAnswer;
          answers.push(() => resolve(ok(answer)));
        });
      }),
    events: {
      listen: (heard) => {
        listener = heard;
        return () => undefined;
      },
    },
    random: random.next,
    setTimer: (act, ms) => timers.push({ act, due: now() + ms }),
  });
  const doings = [
    async () => {
      const heard = events.shift();
      if (heard !== undefined) listener?.(heard);
    },
    async () => await requests.shift()?.(),
    async () => answers.shift()?.(),
    async () => ring(),
  ];
  const soon = (): number[] => timers.map(({ due }) => due - now()).filter((left) => left <= SOON);
  const waits = (): number => events.length + requests.length + answers.length + soon().length;
  return {
    store,
    hear: (heard) => events.push(heard),
    async step(pick) {
      await pick.pick(doings)();
      await rest();
    },
    async arrive() {
      for (const answer of answers.splice(0)) answer();
      await rest();
    },
    async settle() {
      for (let turns = 0; waits() > 0; turns += 1) {
        if (turns > 1_000) throw new Error('this never comes to rest');
        if (events.length + requests.length + answers.length === 0)
          stage.harness.clock.turn(Math.max(0, Math.min(...soon())));
        for (const doing of doings) {
          await doing();
          await rest();
        }
      }
    },
    matrix(paragraphs, delegations) {
      const { reading } = store.get();
      if (reading === null) return null;
      // As the screen does it: made anew for another reading or other seats, followed otherwise.
      if (live?.of !== reading || live.seats !== delegations)
        live = {
          of: reading,
          seats: delegations,
          matrix: createLiveMatrix(reading, paragraphs, delegations),
        };
      live.matrix.follow();
      return live.matrix.matrix;
    },
  };
}
