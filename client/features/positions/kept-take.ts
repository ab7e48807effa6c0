import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';
import { carriedOver, parseJson } from '../../ui/carried-over.ts';
import { type Kept, keptOn } from '../../ui/kept-on-device.ts';

/** A position that is being put down, as this device keeps it until it is recorded. */
export interface TakeDraft {
  readonly standing: Standing | null;
  readonly words: string;
}

/** The little of `Storage` that is used. */
export type TakeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft of one participant for one holder and one paragraph, or for several together. */
export function keptTake(
  storage: TakeStorage,
  documentId: DocumentId,
  me: ParticipantId,
  target: string,
): Kept<TakeDraft> {
  const kept = carriedOver(
    keptOn<Partial<TakeDraft>>('positions', documentId, me, target, storage),
    { key: `sb.position.${documentId}.${me}.${target}`, parse: parseJson<Partial<TakeDraft>> },
    storage,
  );
  return {
    ...kept,
    read: () => {
      const held = kept.read();
      if (held === null || typeof held.words !== 'string') return null;
      return { words: held.words, standing: STANDINGS.find((one) => one === held.standing) ?? null };
    },
  };
}
