import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { Beat } from './beat.ts';
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
  stop(): void;
}

/** Carets of others are placed anew this often at most, in ms: between two times they move along with the words. */
const PACE = 200;

export function presenceWatch(
  others: Source<readonly OtherPerson[]>,
  self: ParticipantId | null,
  beat: Beat,
): PresenceWatch {
  const movements: Movements = new Map();
  let followed: WorkingCopy | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let shownAt = 0;
  let told = 'null';
  const show = (): void => {
    if (followed === null) return;
    shownAt = Date.now();
    // A caret may stand in words that arrived just before it.
    followed.catchUp();
    const people = otherPeople(followed.awareness, followed.text, self, movements, Date.now());
    if (people.length > 0 || others.get().length > 0) others.set(people);
  };
  const soon = (): void => {
    if (timer !== null) return;
    const wait = shownAt + PACE - Date.now();
    if (wait <= 0) beat.soon(show);
    else
      timer = setTimeout(() => {
        timer = null;
        beat.soon(show);
      }, wait);
  };
  return {
    follow: (working) => {
      movements.clear();
      followed = working;
      told = 'null';
      working.awareness.on('change', soon);
    },
    renew: () => {
      if (others.get().length > 0) soon();
    },
    setCaret: (caret) => {
      if (followed === null) return;
      const cursor = caret === null ? null : encodeCaret(followed.text, caret);
      // Others' words move no caret that stands at its own: telling it again at each of theirs, everybody would
      // answer everybody.
      const now = JSON.stringify(cursor);
      if (now === told) return;
      told = now;
      followed.awareness.setLocalStateField('cursor', cursor);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      followed = null;
    },
  };
}
