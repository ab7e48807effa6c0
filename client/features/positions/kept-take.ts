import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';

/** A position that is being put down, as this device keeps it until it is recorded. */
export interface TakeDraft {
  readonly standing: Standing | null;
  readonly words: string;
}

/** The little of `Storage` that is used. */
export type TakeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface KeptTake {
  read(): TakeDraft | null;
  write(draft: TakeDraft): void;
  drop(): void;
}

/** The draft of one participant for one holder and one paragraph, or for several together. */
export function keptTake(
  storage: TakeStorage,
  documentId: DocumentId,
  me: ParticipantId,
  target: string,
): KeptTake {
  const key = `sb.position.${documentId}.${me}.${target}`;
  return {
    read: () => {
      try {
        const held = JSON.parse(storage.getItem(key) ?? 'null') as Partial<TakeDraft> | null;
        if (held === null || typeof held.words !== 'string') return null;
        return { words: held.words, standing: STANDINGS.find((one) => one === held.standing) ?? null };
      } catch {
        return null;
      }
    },
    write: (draft) => {
      try {
        storage.setItem(key, JSON.stringify(draft));
      } catch {
        // Blocked or full: then it lives as long as the page.
      }
    },
    drop: () => {
      try {
        storage.removeItem(key);
      } catch {
        // Nothing was kept then.
      }
    },
  };
}
