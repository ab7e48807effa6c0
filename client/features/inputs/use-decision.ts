import { useCallback, useMemo, useRef, useState } from 'react';
import type { Input } from '../../../shared/domain/input.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { type DecisionDraft, decisionShelf, EMPTY_DECISION } from './decision-shelf.ts';

/** What stands already, to change a mind from. */
const standing = ({ disposition }: Input): DecisionDraft =>
  disposition === null
    ? EMPTY_DECISION
    : {
        decision: disposition.decision,
        reason: disposition.reason,
        summary: disposition.summary,
        ledTo: disposition.ledTo,
        duplicateOf: disposition.duplicateOf,
      };

export interface DecisionInHand {
  readonly draft: DecisionDraft;
  change(part: Partial<DecisionDraft>): void;
  /** Whether there is something that is not sent yet. */
  readonly touched: boolean;
  /** Whether this device keeps it. */
  readonly kept: boolean;
  /** Sent, or thrown away: begins anew with what stands. */
  drop(): void;
}

/**
 * The decision that is being written about some inputs: from the draft on this device, else from what stands already.
 * To be used below a key of what it is about, so that drafts never mix.
 */
export function useDecision(
  document: DocumentId,
  participant: ParticipantId,
  about: string,
  single: Input | null,
): DecisionInHand {
  const shelf = useMemo(() => decisionShelf(document, participant, localStorage), [document, participant]);
  const begin = single === null ? EMPTY_DECISION : standing(single);
  const [draft, setDraft] = useState<DecisionDraft | null>(() => shelf.read(about));
  const [kept, setKept] = useState(true);
  const latest = useRef(begin);
  latest.current = draft ?? begin;
  const change = useCallback(
    (part: Partial<DecisionDraft>) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      setDraft(next);
      setKept(shelf.keep(about, next));
    },
    [shelf, about],
  );
  const drop = useCallback(() => {
    shelf.drop(about);
    setDraft(null);
  }, [shelf, about]);
  return { draft: draft ?? begin, change, touched: draft !== null, kept, drop };
}
