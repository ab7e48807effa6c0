import { onlineManager, QueryClient } from '@tanstack/react-query';
import { turnOf } from './events/turns.ts';
import { askAgainAfter, type Failure, passesByItself, RequestFailed } from './request.ts';

const TRIES = 3;

/** R69: asked for until there is an answer. A server that is started anew, or a network that is gone, takes what time it takes. */
const comes = ({ code }: Failure): boolean => code === 'offline' || code === 'unavailable';

export const createQueryClient = (): QueryClient => {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // Changes are told by the document's events or by our own acts; this only bounds how old a page can be.
        staleTime: 15_000,
        retry: (failed, error) =>
          error instanceof RequestFailed &&
          (failed < TRIES || comes(error.failure)) &&
          error.failure.code !== 'internal' &&
          passesByItself(error.failure),
        retryDelay: (failed, error) =>
          error instanceof RequestFailed ? askAgainAfter(error.failure, failed, Math.random()) : 0,
        // Everything at the same instant otherwise, in every browser of a house whose network is back.
        refetchOnReconnect: false,
      },
      mutations: { retry: false },
    },
  });
  onlineManager.subscribe((online) => {
    if (online) refetchInTurn(queries);
  });
  return queries;
};

/** The network is back: what is shown and old is asked for again, one after the other. */
function refetchInTurn(queries: QueryClient): void {
  const shown = queries.getQueryCache().findAll({ type: 'active', stale: true });
  for (const [k, { queryKey }] of shown.entries())
    setTimeout(
      () => void queries.refetchQueries({ queryKey, exact: true, type: 'active', stale: true }),
      turnOf(k, Math.random()),
    );
}
