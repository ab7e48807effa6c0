import { useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { newKey } from '../../../api/new-key.ts';
import { type DeclarationDraft, isWorthKeeping } from './draft.ts';

/** The number rises when what is kept changes shape. */
const PREFIX = 'sb.declaration.1';

const nameOf = (documentId: DocumentId, me: ParticipantId, target: string): string =>
  `${PREFIX}.${documentId}.${me}.${target}`;

function read(name: string): DeclarationDraft | null {
  try {
    const held = localStorage.getItem(name);
    return held === null ? null : (JSON.parse(held) as DeclarationDraft);
  } catch {
    return null;
  }
}

function write(name: string, draft: DeclarationDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // Blocked or full: the words then live as long as the page.
  }
}

/** Whether this device keeps an unsent new declaration. */
export const keepsNewDeclaration = (documentId: DocumentId, me: ParticipantId): boolean =>
  read(nameOf(documentId, me, 'new')) !== null;

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
  const name = nameOf(documentId, me, target);
  const [draft, setDraft] = useState(() => ({ ...fresh, ...read(name) }));
  const latest = useRef(draft);
  const begun = useRef(fresh);
  const keep = useCallback(
    (next: DeclarationDraft): void => {
      latest.current = next;
      setDraft(next);
      write(name, isWorthKeeping(next) ? next : null);
    },
    [name],
  );
  return useMemo(
    () => ({
      draft,
      change: (part) => keep({ ...latest.current, ...part }),
      drop: () => {
        write(name, null);
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
    [draft, keep, name],
  );
}
