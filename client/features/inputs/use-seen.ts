import { useState } from 'react';
import type { Input } from '../../../shared/domain/input.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { rowKey } from '../../api/register/register-copy.ts';

/** The decisions that somebody had before them when they began to decide. */
export interface Seen {
  /** By disposition id: the revision that was looked at; 0 for none. Goes with the decision. */
  readonly seen: Readonly<Record<string, number>>;
  /** Decided by somebody else since. */
  readonly newer: readonly Input[];
  /** Looked at: they count as seen from now on. */
  accept(): void;
}

/**
 * Remembers, for each input from when it was first chosen, which decision stood then. One's own decisions need no
 * second look.
 */
export function useSeen(
  inputs: readonly Input[],
  revisions: ReadonlyMap<string, number>,
  participant: ParticipantId,
): Seen {
  const [first] = useState(() => new Map<string, number>());
  const [, again] = useState(0);
  const now = (id: string): number => revisions.get(rowKey('disposition', id)) ?? 0;
  for (const { id, disposition } of inputs)
    if (!first.has(id) || disposition?.by.participantId === participant) first.set(id, now(id));
  return {
    seen: Object.fromEntries(inputs.map(({ id }) => [id, first.get(id) ?? 0])),
    newer: inputs.filter(({ id }) => now(id) > (first.get(id) ?? 0)),
    accept: () => {
      for (const { id } of inputs) first.set(id, now(id));
      again((count) => count + 1);
    },
  };
}
