import { useState } from 'react';
import { NEW_YORK } from '../../../shared/domain/time-zone.ts';
import type { WallClock } from '../../../shared/messages/wall-clock.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { keptOn } from '../../ui/kept-on-device.ts';

/** A deadline and the letter that tells of it, as this device keeps them until they are sent. */
export interface DeadlineDraft {
  readonly wall: WallClock;
  /** The place by whose clocks it is meant. */
  readonly zone: string;
  readonly letter: string;
}

const EMPTY: DeadlineDraft = { wall: '', zone: NEW_YORK, letter: '' };

/** Whose draft it is, and of what: the version to be put under silence, or the silence that is to last longer. */
export interface DeadlineDraftOf {
  readonly documentId: DocumentId;
  readonly participant: ParticipantId;
  readonly name: string;
}

const shelfOf = ({ documentId, participant, name }: DeadlineDraftOf) =>
  keptOn<DeadlineDraft>('silence', documentId, participant, name);

/** Whether something was written and not sent. */
export const isDeadlineKept = (of: DeadlineDraftOf): boolean => shelfOf(of).read() !== null;

/** What is being written, how to change it, and how to forget it. */
export function useKeptDeadline(
  of: DeadlineDraftOf,
): readonly [draft: DeadlineDraft, change: (part: Partial<DeadlineDraft>) => void, forget: () => void] {
  const [shelf] = useState(() => shelfOf(of));
  const [draft, setDraft] = useState<DeadlineDraft>(() => ({ ...EMPTY, ...shelf.read() }));
  const change = (part: Partial<DeadlineDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    shelf.write(next);
  };
  return [draft, change, shelf.drop];
}
