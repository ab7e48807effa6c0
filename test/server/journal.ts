import type { Journal } from '../../server/ports/journal.ts';

/** A journal in which a failure fails the test. */
export const THROWING: Journal = {
  debug: () => undefined,
  info: () => undefined,
  error(_what, error) {
    throw error;
  },
};
