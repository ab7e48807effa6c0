import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Constituency } from '../../../shared/model/participant.ts';
import { CONSTITUENCIES } from '../../../shared/model/participant.ts';
import { RECEIVED_NOUNS, type ReceivedNoun } from '../../../shared/model/roadmap.ts';

export const roadmapAddress = (id: DocumentId): string => `/d/${id}/roadmap`;

/** What of the things received in a period is listed; null: whatever it is. */
export interface ReceivedFilter {
  readonly what: ReceivedNoun | null;
  readonly from: Constituency | 'none' | null;
}

/** The list behind a count. `station`: a milestone's id, or `since` for what came after the last one reached. */
export function receivedAddress(
  id: DocumentId,
  station: string,
  { what, from }: Partial<ReceivedFilter> = {},
): string {
  const query = new URLSearchParams();
  if (what != null) query.set('what', what);
  if (from != null) query.set('from', from);
  const asked = query.toString();
  return `/d/${id}/roadmap/received/${station}${asked === '' ? '' : `?${asked}`}`;
}

const SENDERS = [...CONSTITUENCIES, 'none'] as const;

/** Reads the query of such an address; what it does not know it leaves out. */
export function readReceivedFilter(search: string): ReceivedFilter {
  const query = new URLSearchParams(search);
  const known = <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === query.get(name)) ?? null;
  return { what: known(RECEIVED_NOUNS, 'what'), from: known(SENDERS, 'from') };
}
