import { onlineManager, type Query, type QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './request.ts';

/** Milliseconds that a page waits for its first answer before it says why there is none. */
export const PATIENCE = 2_000;

/** Why what a page shows has not come: the device, the line, the server, or nothing that is known. */
export type Why = 'no-network' | 'no-answer' | 'busy' | 'slow';

export interface WatchOptions {
  readonly tell: (why: Why | null) => void;
  readonly now?: () => number;
  /** Answers what calls it off. */
  readonly after?: (delay: number, act: () => void) => () => void;
  readonly isOnline?: () => boolean;
}

const afterwards = (delay: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, delay);
  return () => clearTimeout(timer);
};

/** Something that is shown, of which nothing has come yet. */
const isAwaited = (query: Query): boolean =>
  query.isActive() && query.state.data === undefined && query.state.fetchStatus !== 'idle';

/** R69: tells why what is shown has not come, once it has been waited for long enough; null when it has. */
export function watchAnswers(queries: QueryClient, { tell, ...given }: WatchOptions): () => void {
  const { now = Date.now, after = afterwards, isOnline = () => onlineManager.isOnline() } = given;
  const cache = queries.getQueryCache();
  const since = new Map<Query, number>();
  let callOff = (): void => undefined;
  const why = (late: readonly Query[]): Why | null => {
    if (late.length === 0) return null;
    if (!isOnline()) return 'no-network';
    const reasons = late.map(({ state }) => state.fetchFailureReason);
    const codes = reasons.flatMap((error) => (error instanceof RequestFailed ? [error.failure.code] : []));
    if (codes.includes('offline')) return 'no-answer';
    return codes.length > 0 ? 'busy' : 'slow';
  };
  const look = (): void => {
    callOff();
    const awaited = cache.getAll().filter(isAwaited);
    for (const query of since.keys()) if (!awaited.includes(query)) since.delete(query);
    for (const query of awaited) if (!since.has(query)) since.set(query, now());
    const waited = (query: Query): number => now() - (since.get(query) ?? now());
    tell(why(awaited.filter((query) => waited(query) >= PATIENCE)));
    const left = awaited.map((query) => PATIENCE - waited(query)).filter((time) => time > 0);
    if (left.length > 0) callOff = after(Math.min(...left), look);
  };
  const ends = [cache.subscribe(look), onlineManager.subscribe(look), () => callOff()];
  // What was asked for before anybody watched: a page asks while it is drawn.
  look();
  return () => {
    for (const end of ends) end();
  };
}

/** Asks at once for what is shown and has not come, instead of when its turn is. */
export async function askNow(queries: QueryClient): Promise<void> {
  await queries.cancelQueries({ predicate: isAwaited });
  await queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.data === undefined });
}
