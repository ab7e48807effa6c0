import type { ParticipantId } from '../../shared/model/ids.ts';
import type { AdmissionState, Verdict } from './admission.ts';
import type { Frontier } from './frontier.ts';
import type { Place } from './place.ts';
import type { Typed } from './typed.ts';

/**
 * Judges typed characters that follow the last of a clientID of `author`'s, beside characters that are known; null when
 * it is otherwise, and `judgeUpdate` must look. Pure, and answers what that would.
 */
export function judgeTyped(
  state: AdmissionState,
  author: ParticipantId | null,
  typed: Typed,
): Extract<Verdict, { kind: 'new' }> | null {
  const { client, clock, end, origin, rightOrigin, bytes } = typed;
  if (author === null || state.owners.get(client) !== author) return null;
  if (state.frontier.get(client) !== clock) return null;
  // The clientID's own clock is the frontier, so what builds on itself or on later characters is not known either.
  const isKnown = (place: Place | null): boolean =>
    place === null || (state.frontier.get(place.client) ?? 0) > place.clock;
  if (!isKnown(origin) || !isKnown(rightOrigin)) return null;
  const claims = state.unbound.has(client) ? [client] : [];
  return { kind: 'new', update: bytes, claims, reach: [[client, end]], formatsOnly: false, deleted: [] };
}

/** Whether what was typed stands beside characters of its own clientID, or of the durable text. */
export const standsInText = (shown: Frontier, { client, origin, rightOrigin }: Typed): boolean => {
  const isThere = (place: Place | null): boolean =>
    place === null || place.client === client || (shown.get(place.client) ?? 0) > place.clock;
  return isThere(origin) && isThere(rightOrigin);
};
