import type { StoreHealth } from '../ports/store-failure.ts';

/**
 * What `/healthz` says: ready as long as texts can be read. `writable` is false while nothing can be stored, with the
 * `reason`; `damaged` stands there once something damaged was met.
 */
export const healthAnswer = ({ trouble, damaged }: StoreHealth) => ({
  ready: true,
  writable: trouble === null,
  ...(trouble === null ? {} : { reason: trouble }),
  ...(damaged ? { damaged } : {}),
});
