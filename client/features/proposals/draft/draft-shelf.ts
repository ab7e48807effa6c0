import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import type { ProposalDraft } from './proposal-draft.ts';

/** Rises when `ProposalDraft` changes shape: drafts of another shape are left alone. */
const SHAPE = 1;
const PREFIX = `sounding-board/proposal-draft/${SHAPE}`;

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Drafts of proposals on this device, for one participant of one document: people at one computer never mix. */
export interface DraftShelf {
  list(): readonly ProposalDraft[];
  read(id: string): ProposalDraft | null;
  /** Answers false where the device would not keep it (a full store, a private window): the page says so. */
  keep(draft: ProposalDraft): boolean;
  drop(id: string): void;
}

/** `keeper` is the browser's local storage: written at once, so that a closed lid loses nothing. */
export function draftShelf(documentId: DocumentId, participantId: ParticipantId, keeper: Keeper): DraftShelf {
  const own = `${PREFIX}/${documentId}/${participantId}/`;
  const read = (id: string): ProposalDraft | null => {
    try {
      const kept = keeper.getItem(own + id);
      return kept === null ? null : (JSON.parse(kept) as ProposalDraft);
    } catch {
      return null;
    }
  };
  return {
    read,
    list: () =>
      Array.from({ length: keeper.length }, (_, k) => keeper.key(k) ?? '')
        .filter((name) => name.startsWith(own))
        .flatMap((name) => read(name.slice(own.length)) ?? [])
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
    keep: (draft) => {
      try {
        keeper.setItem(own + draft.id, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    drop: (id) => {
      try {
        keeper.removeItem(own + id);
      } catch {
        // A store that refuses to forget has refused to keep.
      }
    },
  };
}
