import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './request.ts';

/** Failures worth another try by themselves; everything else would answer the same again. */
const PASSING = new Set(['offline', 'unavailable', 'too-many-requests']);
const TRIES = 3;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Changes are told by the document's events or by our own acts; this only bounds how old a page can be.
        staleTime: 15_000,
        retry: (failed, error) =>
          failed < TRIES && error instanceof RequestFailed && PASSING.has(error.failure.code),
      },
      mutations: { retry: false },
    },
  });
