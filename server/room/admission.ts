import type * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import { type FreshDeletions, freshDeletions } from './deletions.ts';
import { type Frontier, missingFor } from './frontier.ts';
import type { Place } from './place.ts';
import { trimUpdate } from './trim.ts';
import type { DeletedRange, ReadUpdate } from './update-reader.ts';

/** What admission looks at: the text as shown, and how far it reaches with what is on its way into the log. */
export interface AdmissionState {
  /** Asked for only where deletions are judged: a room may have to bring it up to date first. */
  readonly doc: Y.Doc;
  readonly frontier: Frontier;
  /** Who each clientID belongs to, bindings under way included. */
  readonly owners: ReadonlyMap<ClientId, ParticipantId>;
  /** ClientIDs whose binding is not known to be durable yet: every update that uses them claims them again. */
  readonly unbound: ReadonlySet<ClientId>;
}

export type Verdict =
  /** Brings nothing the text does not have. */
  | { readonly kind: 'known' }
  /** Carries new structs under a clientID that belongs to somebody else. */
  | { readonly kind: 'forged'; readonly client: ClientId }
  /** Builds on something that has not arrived. */
  | { readonly kind: 'incomplete'; readonly missing: Place }
  | {
      readonly kind: 'new';
      /** What to log: only the new part. */
      readonly update: Uint8Array;
      readonly claims: readonly ClientId[];
      /** New frontier of every clientID that the update moves. */
      readonly reach: readonly (readonly [ClientId, number])[];
      /** Deletes formatting items and does nothing else. */
      readonly formatsOnly: boolean;
      /** What it deletes. */
      readonly deleted: readonly DeletedRange[];
    };

const KNOWN: Verdict = { kind: 'known' };
const NO_DELETIONS: FreshDeletions = { ranges: [], formatsOnly: true };

/**
 * Judges one update that `author` brings (rules R5–R8). Pure: reads the state, changes nothing.
 * `author` null is somebody who is no participant; everything new they bring is forged or new all the same.
 */
export function judgeUpdate(
  state: AdmissionState,
  author: ParticipantId | null,
  bytes: Uint8Array,
  read: ReadUpdate,
): Verdict {
  const { frontier, owners } = state;
  const reach = new Map<ClientId, number>();
  for (const { client, end } of read.sections) if (end > (frontier.get(client) ?? 0)) reach.set(client, end);
  for (const client of reach.keys()) {
    const owner = owners.get(client);
    if (owner !== undefined && owner !== author) return { kind: 'forged', client };
  }
  const missing = missingFor(read, frontier);
  if (missing !== null) return { kind: 'incomplete', missing };
  const fresh = read.deletions.length === 0 ? NO_DELETIONS : freshDeletions(state.doc, read.deletions);
  if (reach.size === 0 && fresh.ranges.length === 0) return KNOWN;
  return {
    kind: 'new',
    update: trimUpdate(bytes, read, frontier, fresh.ranges),
    claims: [...reach.keys()].filter((client) => !owners.has(client) || state.unbound.has(client)),
    reach: [...reach],
    formatsOnly: reach.size === 0 && fresh.formatsOnly,
    deleted: fresh.ranges,
  };
}
