import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { MemberIdentity } from '../../../shared/api/member.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { documentQuery } from '../documents.ts';
import type { Failure } from '../request.ts';
import type { RegisterCopy } from './register-copy.ts';
import type { RegisterState } from './register-store.ts';
import { readAs, registerOf } from './register-stores.ts';

/** The register as a screen sees it: the newest revision of every row that one may see. */
export interface RegisterView extends RegisterCopy {
  /** Whether it has been read once. */
  readonly ready: boolean;
  readonly failure: Failure | null;
  /** Who one is in this document; null for somebody who reads along. */
  readonly me: MemberIdentity | null;
}

const meOf = (answer: DocumentAnswer): MemberIdentity | null => answer.me;

/** Who one is in this document. Null too while that is not known yet. */
export function useMe(documentId: DocumentId): MemberIdentity | null {
  const { data } = useQuery({ ...documentQuery(documentId), select: meOf });
  useEffect(() => {
    if (data !== undefined) readAs(documentId, data?.participant.id ?? null);
  }, [documentId, data]);
  return data ?? null;
}

const viewOf = ({ ready, copy, failure }: RegisterState, me: MemberIdentity | null): RegisterView => ({
  ...copy,
  ready,
  failure,
  me,
});

/** The whole register, kept up to date. Renders at every change of any row: for lists and counts. */
export function useRegister(documentId: DocumentId): RegisterView {
  const store = registerOf(documentId);
  const me = useMe(documentId);
  const state = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => viewOf(state, me), [state, me]);
}

/**
 * A part of the register; renders again only where that part differs (`same`, by identity unless given). `select`
 * may be a new function at each render; it should be cheap, since it is asked at every change.
 */
export function useRegisterPart<Part>(
  documentId: DocumentId,
  select: (view: RegisterView) => Part,
  same: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const store = registerOf(documentId);
  const me = useMe(documentId);
  const last = useRef<{ readonly part: Part } | null>(null);
  const read = useCallback((): Part => {
    const part = select(viewOf(store.get(), me));
    const before = last.current;
    if (before !== null && same(before.part, part)) return before.part;
    last.current = { part };
    return part;
  }, [store, me, select, same]);
  const cached = useRef<{ state: RegisterState; read: () => Part; part: Part } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const state = store.get();
    if (cached.current?.state !== state || cached.current.read !== read)
      cached.current = { state, read, part: read() };
    return cached.current.part;
  });
}
