import type { ClientId } from '../ports/text-log.ts';
import { isSame, type Place } from './place.ts';

/**
 * Whether something was typed right behind what came just before it under the same clientID, left of the same neighbour: Yjs
 * then makes one struct of both (yjs/src/structs/Item.js, mergeWith), and nothing can have come between them that its writer
 * saw. `before` is what holds its left neighbour.
 */
export const goesOn = (
  {
    client,
    clock,
    origin,
    rightOrigin,
  }: {
    readonly client: ClientId;
    readonly clock: number;
    readonly origin: Place | null;
    readonly rightOrigin: Place | null;
  },
  before: { readonly rightOrigin: Place | null },
): boolean =>
  origin !== null &&
  origin.client === client &&
  origin.clock === clock - 1 &&
  isSame(rightOrigin, before.rightOrigin);
