import type { ClientId } from '../ports/text-log.ts';

/** Something that stands at a clock of a clientID. */
export interface Place {
  readonly client: ClientId;
  readonly clock: number;
}
