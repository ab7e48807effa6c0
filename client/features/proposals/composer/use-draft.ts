import { useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { newKey } from '../../../api/new-key.ts';
import { draftShelf } from '../draft/draft-shelf.ts';
import type { DraftChange, ProposalDraft } from '../draft/proposal-draft.ts';
import { isWorthKeeping } from '../draft/ready-to-send.ts';

/** The shelf of this browser. A browser that has no storage keeps nothing, and says so when it should. */
export const shelfOf = (documentId: DocumentId, participantId: ParticipantId) =>
  draftShelf(documentId, participantId, globalThis.localStorage);

export interface HeldDraft {
  readonly draft: ProposalDraft;
  /** Whether what was written stands on the device: null while nothing was written. */
  readonly kept: boolean | null;
  readonly update: (change: (draft: ProposalDraft) => ProposalDraft) => void;
  readonly updateChange: (key: string, change: (change: DraftChange) => DraftChange) => void;
  /** A fresh key: after the server has answered, the next try is another act. */
  readonly renewKey: () => void;
  readonly drop: () => void;
}

/** A draft that is written to the device with every key. */
export function useDraft(
  documentId: DocumentId,
  participantId: ParticipantId,
  initial: () => ProposalDraft,
): HeldDraft {
  const shelf = useMemo(() => shelfOf(documentId, participantId), [documentId, participantId]);
  const [draft, setDraft] = useState(initial);
  const [kept, setKept] = useState<boolean | null>(() => (shelf.read(draft.id) === null ? null : true));
  const now = useRef(draft);
  const update = useCallback(
    (change: (draft: ProposalDraft) => ProposalDraft): void => {
      const next = { ...change(now.current), savedAt: new Date().toISOString() };
      now.current = next;
      setDraft(next);
      if (isWorthKeeping(next)) setKept(shelf.keep(next));
      else {
        shelf.drop(next.id);
        setKept(null);
      }
    },
    [shelf],
  );
  const updateChange = useCallback(
    (key: string, change: (one: DraftChange) => DraftChange): void =>
      update((before) => ({
        ...before,
        changes: before.changes.map((each) => (each.key === key ? change(each) : each)),
      })),
    [update],
  );
  const renewKey = useCallback(() => update((before) => ({ ...before, idempotencyKey: newKey() })), [update]);
  const drop = useCallback(() => {
    shelf.drop(now.current.id);
    setKept(null);
  }, [shelf]);
  return { draft, kept, update, updateChange, renewKey, drop };
}
