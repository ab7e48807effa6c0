import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { OtherPerson } from './connection.ts';
import type { Source } from './observable.ts';
import { type Caret, encodeCaret, type Movements, otherPeople } from './presence.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Keeps `others` up to date with the presence states of one working copy at a time. */
export interface PresenceWatch {
  follow(working: WorkingCopy): void;
  /** Places carets anew, after the text has changed. */
  renew(): void;
  setCaret(caret: Caret | null): void;
}

export function presenceWatch(
  others: Source<readonly OtherPerson[]>,
  self: ParticipantId | null,
): PresenceWatch {
  const movements: Movements = new Map();
  let followed: WorkingCopy | null = null;
  const show = (): void => {
    if (followed === null) return;
    const people = otherPeople(followed.awareness, followed.text, self, movements, Date.now());
    if (people.length > 0 || others.get().length > 0) others.set(people);
  };
  return {
    follow: (working) => {
      movements.clear();
      followed = working;
      working.awareness.on('change', show);
    },
    renew: () => {
      if (others.get().length > 0) show();
    },
    setCaret: (caret) => {
      if (followed === null) return;
      const cursor = caret === null ? null : encodeCaret(followed.text, caret);
      followed.awareness.setLocalStateField('cursor', cursor);
    },
  };
}
