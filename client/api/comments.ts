import { useQuery } from '@tanstack/react-query';
import type { Anchor } from '../../shared/model/anchor.ts';
import type {
  Addressees,
  CommentKind,
  CommentTarget,
  Nature,
  Stance,
  StanceSubject,
} from '../../shared/model/comment.ts';
import type { AnswerId, CommentId, DocumentId, GroupId } from '../../shared/model/ids.ts';
import type { RegisterEntry, RegisterNoun } from '../../shared/model/register.ts';
import type { Visibility } from '../../shared/model/signature.ts';
import { keys } from './keys.ts';
import { useRegisterAct } from './register/use-register-act.ts';
import { requestOrThrow } from './request.ts';

const at = (id: DocumentId): string => `/documents/${id}`;

/** How a key is kept longer than the page stands: given path and body of the request, answers its key. */
export interface KeptKey {
  readonly keyOf?: (said: string) => string;
}

export interface NewComment {
  readonly on: CommentTarget;
  readonly kind: CommentKind;
  readonly nature: Nature;
  readonly text: string;
  readonly addressed: Addressees;
  readonly visibility: Visibility;
  readonly onBehalfOf: GroupId | null;
}

export const useComment = (id: DocumentId, kept: KeptKey) =>
  useRegisterAct<NewComment>(id, {
    method: 'POST',
    path: () => `${at(id)}/comments`,
    body: (input) => input,
    ...kept,
  });

export interface NewAnswer {
  readonly comment: CommentId;
  readonly text: string;
  readonly onBehalfOf: GroupId | null;
}

export const useAnswer = (id: DocumentId, kept: KeptKey) =>
  useRegisterAct<NewAnswer>(id, {
    method: 'POST',
    path: ({ comment }) => `${at(id)}/comments/${comment}/answers`,
    body: ({ text, onBehalfOf }) => ({ text, onBehalfOf }),
    ...kept,
  });

/** What an author may reword and withdraw. */
export type OwnWords =
  | { readonly noun: 'comment'; readonly id: CommentId }
  | { readonly noun: 'answer'; readonly id: AnswerId };

export const useReword = (id: DocumentId) =>
  useRegisterAct<{ readonly on: OwnWords; readonly text: string }>(id, {
    method: 'PATCH',
    path: ({ on }) => `${at(id)}/${on.noun}s/${on.id}`,
    body: ({ text }) => ({ text }),
  });

export const useWithdraw = (id: DocumentId) =>
  useRegisterAct<OwnWords>(id, {
    method: 'POST',
    path: (on) => `${at(id)}/${on.noun}s/${on.id}/withdrawal`,
  });

/** A private note becomes public; only the head of the delegation may do it. */
export const useSubmitNote = (id: DocumentId) =>
  useRegisterAct<CommentId>(id, {
    method: 'POST',
    path: (comment) => `${at(id)}/comments/${comment}/submission`,
  });

/** The asker calls a question answered, or asks again. */
export const useSettle = (id: DocumentId) =>
  useRegisterAct<{ readonly comment: CommentId; readonly settled: boolean }>(id, {
    method: 'POST',
    path: ({ comment }) => `${at(id)}/comments/${comment}/settlement`,
    body: ({ settled }) => ({ settled }),
  });

/** The author says that a comment still holds, at the words that stand there now. */
export const useReconfirm = (id: DocumentId) =>
  useRegisterAct<{ readonly comment: CommentId; readonly anchor: Anchor }>(id, {
    method: 'POST',
    path: ({ comment }) => `${at(id)}/comments/${comment}/anchor`,
    body: ({ anchor }) => ({ anchor }),
  });

export const useTakeStance = (id: DocumentId) =>
  useRegisterAct<{ readonly on: StanceSubject; readonly stance: Stance['stance'] }>(id, {
    method: 'POST',
    path: () => `${at(id)}/stances`,
    body: (input) => input,
  });

/** Every revision of one row that one may see, oldest first. */
export const useRowHistory = (id: DocumentId, noun: RegisterNoun, row: string, revision: number) =>
  useQuery({
    queryKey: [...keys.document(id), 'history', noun, row, revision],
    queryFn: () =>
      requestOrThrow<{ readonly entries: readonly RegisterEntry[] }>(
        'GET',
        `${at(id)}/register/${noun}/${encodeURIComponent(row)}/history`,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
