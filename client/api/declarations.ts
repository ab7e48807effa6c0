import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  DeclarationCorrection,
  DeclarationEntryAnswer,
  DeclarationRequest,
  DeclarationsAnswer,
} from '../../shared/api/declaration.ts';
import type { DelegationId, DocumentId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { KeptKey } from './comments.ts';
import { keys } from './keys.ts';
import { rowKey } from './register/register-copy.ts';
import { type RegisterView, useRegisterPart } from './register/use-register.ts';
import { useRegisterAct } from './register/use-register-act.ts';
import { requestOrThrow } from './request.ts';

const at = (id: DocumentId): string => `/documents/${id}/declarations`;

/** What is asked of the declarations; nothing for all of them on the adopted text, or else the latest. */
export interface DeclarationsQuestion {
  readonly version?: VersionId;
  readonly paragraph?: ParagraphId;
  readonly delegation?: DelegationId;
  readonly term?: string;
}

/** Nouns that decide whom declarations speak for and where they stand. */
const NOUNS = ['declaration', 'group', 'alignment', 'adoption'] as const;

/** The newest seq among them: the answer is asked for anew when it rises. 0 while nothing is on record. */
function stampOf({ ready, rows, seqs }: RegisterView): number {
  if (!ready || rows.declaration.size === 0) return 0;
  let newest = 0;
  for (const noun of NOUNS)
    for (const id of rows[noun].keys()) newest = Math.max(newest, seqs.get(rowKey(noun, id)) ?? 0);
  return newest;
}

/**
 * What is on record about a text, with whom each declaration speaks for: without their words, which the register's
 * copy on this device has. Kept up to date by it; nothing is asked while nothing is on record.
 */
export function useDeclarations(id: DocumentId, question: DeclarationsQuestion = {}) {
  const stamp = useRegisterPart(id, stampOf);
  return useQuery({
    queryKey: [...keys.document(id), 'declarations', question, stamp],
    queryFn: () => {
      const query = new URLSearchParams({ ...question, rows: 'ids' });
      return requestOrThrow<DeclarationsAnswer>('GET', `${at(id)}?${query}`);
    },
    enabled: stamp > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const useFileDeclaration = (id: DocumentId, kept: KeptKey) =>
  useRegisterAct<DeclarationRequest, DeclarationEntryAnswer>(id, {
    method: 'POST',
    path: () => at(id),
    body: (input) => input,
    ...kept,
  });

export const useCorrectDeclaration = (id: DocumentId) =>
  useRegisterAct<
    { readonly declaration: string; readonly words: DeclarationCorrection },
    DeclarationEntryAnswer
  >(id, {
    method: 'PUT',
    path: ({ declaration }) => `${at(id)}/${declaration}`,
    body: ({ words }) => words,
  });

export const useWithdrawDeclaration = (id: DocumentId) =>
  useRegisterAct<string>(id, {
    method: 'POST',
    path: (declaration) => `${at(id)}/${declaration}/withdrawal`,
  });

export const useJoinDeclaration = (id: DocumentId) =>
  useRegisterAct<{ readonly declaration: string; readonly except: readonly ParagraphId[] }>(id, {
    method: 'POST',
    path: ({ declaration }) => `${at(id)}/${declaration}/joining`,
    body: ({ except }) => ({ except }),
  });

export const useLeaveDeclaration = (id: DocumentId) =>
  useRegisterAct<string>(id, { method: 'POST', path: (declaration) => `${at(id)}/${declaration}/leaving` });
