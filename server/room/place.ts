import type { ClientId } from '../ports/text-log.ts';

/** Something that stands at a clock of a clientID. */
export interface Place {
  readonly client: ClientId;
  readonly clock: number;
}

/** Whether two are the same place; nowhere is the same as nowhere. */
export const isSame = (a: Place | null, b: Place | null): boolean =>
  a === null || b === null ? a === b : a.clock === b.clock && a.client === b.client;
