import { useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { newKey } from '../../../api/new-key.ts';
import { carriedOver, parseJson } from '../../../ui/carried-over.ts';
import { type Kept, keptOn } from '../../../ui/kept-on-device.ts';
import { type DeclarationDraft, isWorthKeeping } from './draft.ts';

const keptDeclaration = (documentId: DocumentId, me: ParticipantId, target: string): Kept<DeclarationDraft> =>
  carriedOver(keptOn<DeclarationDraft>('declaration-draft', documentId, me, target), {
    key: `sb.declaration.1.${documentId}.${me}.${target}`,
    parse: parseJson<DeclarationDraft>,
  });

/** Whether this device keeps an unsent new declaration. */
export const keepsNewDeclaration = (documentId: DocumentId, me: ParticipantId): boolean =>
  keptDeclaration(documentId, me, 'new').read() !== null;

export interface DeclarationInHand {
  readonly draft: DeclarationDraft;
  change(part: Partial<DeclarationDraft>): void;
  /** Forgets it, and begins anew: it was sent, or is not wanted. */
  drop(): void;
  /** The key of a request that says this: the same for every try, also after a reload. */
  readonly keyOf: (said: string) => string;
}

/** A declaration being written, kept on this device with every change. `target` is `new`, or the one being corrected. */
export function useKeptDeclaration(
  documentId: DocumentId,
  me: ParticipantId,
  target: string,
  fresh: DeclarationDraft,
): DeclarationInHand {
  const kept = useMemo(() => keptDeclaration(documentId, me, target), [documentId, me, target]);
  const [draft, setDraft] = useState(() => ({ ...fresh, ...kept.read() }));
  const latest = useRef(draft);
  const begun = useRef(fresh);
  const keep = useCallback(
    (next: DeclarationDraft): void => {
      latest.current = next;
      setDraft(next);
      if (isWorthKeeping(next)) kept.write(next);
      else kept.drop();
    },
    [kept],
  );
  return useMemo(
    () => ({
      draft,
      change: (part) => keep({ ...latest.current, ...part }),
      drop: () => {
        kept.drop();
        latest.current = begun.current;
        setDraft(begun.current);
      },
      keyOf: (said) => {
        const { sent } = latest.current;
        if (sent?.said === said) return sent.key;
        const key = newKey();
        keep({ ...latest.current, sent: { said, key } });
        return key;
      },
    }),
    [draft, keep, kept],
  );
}
