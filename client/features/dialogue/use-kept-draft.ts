import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { newKey } from '../../api/new-key.ts';
import { type KeptDraft, type KeptDrafts, keptDrafts, targetOf } from './kept-drafts.ts';

const listeners = new Set<() => void>();
let changes = 0;
const told = (): void => {
  changes += 1;
  for (const listener of [...listeners]) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const draftsOf = (documentId: DocumentId, me: ParticipantId): KeptDrafts =>
  keptDrafts(localStorage, documentId, me);

export interface DraftInHand {
  readonly draft: KeptDraft;
  change(part: Partial<KeptDraft>): void;
  /** Forgets it: it was sent, or is not wanted. */
  drop(): void;
  /** The key of a request that says this: the same for every try, also after a reload. */
  readonly keyOf: (said: string) => string;
}

/** One draft, kept on the device with every change. It begins as what is kept, or as `fresh`. */
export function useKeptDraft(documentId: DocumentId, me: ParticipantId, fresh: KeptDraft): DraftInHand {
  const drafts = useMemo(() => draftsOf(documentId, me), [documentId, me]);
  const [target] = useState(() => targetOf(fresh.on));
  const [draft, setDraft] = useState(() => drafts.read(target) ?? fresh);
  const latest = useRef(draft);
  const keep = useCallback(
    (next: KeptDraft): void => {
      latest.current = next;
      setDraft(next);
      if (next.text.trim() === '') drafts.drop(target);
      else drafts.write(target, next);
    },
    [drafts, target],
  );
  return useMemo(
    () => ({
      draft,
      change: (part) => keep({ ...latest.current, ...part }),
      drop: () => {
        drafts.drop(target);
        latest.current = { ...latest.current, text: '', sent: null };
        setDraft(latest.current);
        told();
      },
      keyOf: (said) => {
        const { sent } = latest.current;
        if (sent?.said === said) return sent.key;
        const key = newKey();
        keep({ ...latest.current, sent: { said, key } });
        return key;
      },
    }),
    [draft, drafts, keep, target],
  );
}

/** What else is kept unsent here, oldest name first; read anew when a draft is sent or dropped. */
export function useUnsent(
  documentId: DocumentId,
  me: ParticipantId | null,
): readonly { readonly target: string; readonly draft: KeptDraft }[] {
  const change = useSyncExternalStore(subscribe, () => changes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` stands for what the device holds
  return useMemo(() => {
    if (me === null) return [];
    const drafts = draftsOf(documentId, me);
    return drafts.targets().flatMap((target) => {
      const draft = drafts.read(target);
      return draft === null || draft.text.trim() === '' ? [] : [{ target, draft }];
    });
  }, [documentId, me, change]);
}

export function dropDraft(documentId: DocumentId, me: ParticipantId, target: string): void {
  draftsOf(documentId, me).drop(target);
  told();
}

/** Whether something unsent is kept for a target; asked once, when a card first stands there. */
export function useHasDraft(documentId: DocumentId, me: ParticipantId | null, target: string): boolean {
  const [has] = useState(() => me !== null && draftsOf(documentId, me).read(target) !== null);
  return has;
}
