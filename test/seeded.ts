/**
 * Parameters of a property: always the same cases, or twenty times as many new ones with LONG=1. fast-check prints the
 * seed of a failure; it becomes a named case.
 */
export const seeded = (numRuns: number): { readonly numRuns: number; readonly seed?: number } =>
  process.env.LONG ? { numRuns: numRuns * 20 } : { numRuns, seed: 20 };
