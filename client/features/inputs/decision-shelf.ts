import type { Decision, InputSubject } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId, ParticipantId } from '../../../shared/model/ids.ts';

/** A decision as it is being written. */
export interface DecisionDraft {
  readonly decision: Decision | null;
  readonly reason: string;
  readonly summary: string;
  readonly ledTo: readonly ParagraphId[];
  readonly duplicateOf: InputSubject | null;
}

export const EMPTY_DECISION: DecisionDraft = {
  decision: null,
  reason: '',
  summary: '',
  ledTo: [],
  duplicateOf: null,
};

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts of decisions on this device, for one participant: people at one computer never mix. */
export interface DecisionShelf {
  read(about: string): DecisionDraft | null;
  /** Answers false where the device would not keep it. */
  keep(about: string, draft: DecisionDraft): boolean;
  drop(about: string): void;
}

/** Rises when `DecisionDraft` changes shape. */
const SHAPE = 1;

/** `about`: an input's id, or `many`. Written at once, so that a closed lid loses nothing. */
export function decisionShelf(
  document: DocumentId,
  participant: ParticipantId,
  keeper: Keeper,
): DecisionShelf {
  const name = (about: string): string =>
    `sounding-board/decision-draft/${SHAPE}/${document}/${participant}/${about}`;
  return {
    read: (about) => {
      try {
        const kept = keeper.getItem(name(about));
        return kept === null ? null : { ...EMPTY_DECISION, ...(JSON.parse(kept) as DecisionDraft) };
      } catch {
        return null;
      }
    },
    keep: (about, draft) => {
      try {
        keeper.setItem(name(about), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    drop: (about) => {
      try {
        keeper.removeItem(name(about));
      } catch {
        // What could not be kept need not be dropped.
      }
    },
  };
}
