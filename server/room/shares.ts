import type { ClientId } from '../ports/text-log.ts';
import { lastNumberUpTo } from './last-up-to.ts';
import type { Place } from './place.ts';

/** A number for each clock of each clientID; 0 where nothing is said. */
export type Shares = Map<ClientId, Runs>;

/** Clocks from `starts[k]` on, up to the next start, have `values[k]`. */
interface Runs {
  readonly starts: number[];
  readonly values: number[];
}

export const createShares = (): Shares => new Map();

/** Says the number for the clocks of a clientID from `clock` on; what was said behind it is forgotten. */
export function shareFrom(shares: Shares, client: ClientId, clock: number, value: number): void {
  let runs = shares.get(client);
  if (runs === undefined) {
    if (value === 0) return;
    runs = { starts: [], values: [] };
    shares.set(client, runs);
  }
  const { starts, values } = runs;
  while (starts.length > 0 && (starts[starts.length - 1] as number) >= clock) {
    starts.pop();
    values.pop();
  }
  if ((values[values.length - 1] ?? 0) === value) return;
  starts.push(clock);
  values.push(value);
}

/** Says for a clock what is said for the one before it. */
export function shareOn(shares: Shares, { client, clock }: Place): void {
  if (shares.size > 0) shareFrom(shares, client, clock, shareAt(shares, { client, clock: clock - 1 }));
}

export function shareAt(shares: Shares, { client, clock }: Place): number {
  const runs = shares.get(client);
  if (runs === undefined) return 0;
  const at = lastNumberUpTo(runs.starts, clock);
  return at < 0 ? 0 : (runs.values[at] as number);
}
