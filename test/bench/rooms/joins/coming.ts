import { median } from '../core/histogram.ts';
import { pause } from '../core/pace.ts';
import { measureProcess } from '../core/process-figures.ts';
import type { RunResult } from '../core/scenario.ts';
import { createLongText, type LongText } from '../long-text.ts';
import type { RunningServer } from '../servers/server.ts';
import { openLargeRoom } from './large-room.ts';
import { type Baggage, createCrowd, NO_BAGGAGE } from './visitor.ts';

/** What one coming of many took: milliseconds until the last had everything, and of the server's processor. */
export interface Came {
  readonly time: number;
  readonly cpu: number;
}

/** The large room, into which crowds come again and again. */
export interface Coming {
  readonly text: LongText;
  /** Somebody sits down, so that the room stays loaded. */
  sit(): Promise<void>;
  /** Somebody comes for each of the baggages, all at once, and they leave when all have everything. */
  come(baggages: readonly Baggage[]): Promise<Came>;
  /** The server is started anew, and nobody sits there. */
  restart(): Promise<void>;
  /** Of all comings together. Nobody may come any more. */
  end(): { readonly megabytes: number; readonly soundness: RunResult['soundness'] };
}

/** What is still done for those who came, such as telling how many are here, is their cost as well. */
const AFTERWARDS = 500;
/** Until the server has seen off those who left. */
const GONE = 300;

/** `most`: how many come at once at most. */
export async function openComing(server: RunningServer, most: number): Promise<Coming> {
  const text = createLongText();
  const room = await openLargeRoom(server, text, most + 1);
  const crowd = createCrowd(room.dialect, text.state);
  const seated = createCrowd(room.dialect, text.state);
  return {
    text,
    async sit() {
      await seated.enter(room.reader(most), NO_BAGGAGE);
      await seated.all();
    },
    async come(baggages) {
      const ofServer = measureProcess(server.pid);
      const begun = performance.now();
      await Promise.all(baggages.map((baggage, k) => crowd.enter(room.reader(k), baggage)));
      await crowd.all();
      const time = performance.now() - begun;
      await pause(AFTERWARDS);
      const { cpu } = ofServer();
      crowd.leave();
      await pause(GONE);
      return { time, cpu: cpu * 1_000 };
    },
    async restart() {
      seated.leave();
      await server.stop();
      await server.start();
    },
    end() {
      seated.leave();
      const wrong = crowd.wrong() + seated.wrong();
      return {
        megabytes: crowd.received() / 1e6,
        soundness: { lost: 0, doubled: 0, gaps: 0, converged: wrong === 0 },
      };
    },
  };
}

/** So many comings one after another. */
export async function again(count: number, come: () => Promise<Came>): Promise<Came[]> {
  const came: Came[] = [];
  for (let k = 0; k < count; k += 1) came.push(await come());
  return came;
}

export const medianOf = (came: readonly Came[], figure: keyof Came): number =>
  median(came.map((one) => one[figure]));
