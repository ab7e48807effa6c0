import { useQuery } from '@tanstack/react-query';
import type { FeedAnswer, FeedTokenAnswer } from '../../shared/api/feed.ts';
import type {
  ConfirmMailAnswer,
  ConfirmMailRequest,
  MailAnswer,
  MailRequest,
} from '../../shared/api/mail.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

export const useMail = (id: DocumentId) =>
  useQuery({
    queryKey: keys.mail(id),
    queryFn: () => requestOrThrow<MailAnswer>('GET', `/documents/${id}/mail`),
  });

export const useSetMail = (id: DocumentId) =>
  useAct<MailRequest, MailAnswer>({
    method: 'PATCH',
    path: () => `/documents/${id}/mail`,
    body: (input) => input,
    stale: () => [keys.mail(id)],
  });

export const useConfirmMail = () =>
  useAct<ConfirmMailRequest, ConfirmMailAnswer>({
    method: 'POST',
    path: () => '/mail/confirmation',
    body: (input) => input,
    stale: ({ documentId }) => [keys.mail(documentId)],
  });

export const useFeed = (id: DocumentId) =>
  useQuery({
    queryKey: keys.feed(id),
    queryFn: () => requestOrThrow<FeedAnswer>('GET', `/documents/${id}/feed`),
  });

/** Makes a personal address; it is in the answer and nowhere else. */
export const useMakeFeed = (id: DocumentId) =>
  useAct<null, FeedTokenAnswer>({
    method: 'POST',
    path: () => `/documents/${id}/feed/token`,
    stale: () => [keys.feed(id)],
  });

export const useEndFeed = (id: DocumentId) =>
  useAct<null, FeedAnswer>({
    method: 'DELETE',
    path: () => `/documents/${id}/feed/token`,
    stale: () => [keys.feed(id)],
  });
