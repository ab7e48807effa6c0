import type { DocumentId } from '../../shared/model/ids.ts';

/** Rises when what is kept changes shape: drafts of another shape are left alone. */
const SHAPE = 1;

/** One draft on this device, of one participant of one document: people at one computer never mix. */
export interface Kept<Draft> {
  read(): Draft | null;
  /** Answers false where the device would not keep it (a full store, a private window): the page says so. */
  write(draft: Draft): boolean;
  drop(): void;
}

/** A draft by what it is of: `area` is the feature, `name` the one among its drafts. Leaving a device finds both ids in the key. */
export function keptOn<Draft>(
  area: string,
  documentId: DocumentId,
  participant: string,
  name: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
): Kept<Draft> {
  const key = `sounding-board/${area}/${SHAPE}/${documentId}/${participant}/${name}`;
  return {
    read() {
      try {
        const kept = storage.getItem(key);
        return kept === null ? null : (JSON.parse(kept) as Draft);
      } catch {
        return null;
      }
    },
    write(draft) {
      try {
        storage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    drop() {
      try {
        storage.removeItem(key);
      } catch {
        // A store that refuses to forget has refused to keep.
      }
    },
  };
}
