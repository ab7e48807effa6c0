import type { NewId } from '../../../shared/model/ids.ts';

/** Ids p1, p2 … for tests. */
export function counting(): NewId {
  let last = 0;
  return () => `p${++last}`;
}
