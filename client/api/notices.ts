import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NoticesAnswer, ReadNoticesAnswer } from '../../shared/api/notice.ts';
import type { DocumentId, NoticeId } from '../../shared/model/ids.ts';
import { useAct } from './act.ts';
import { documentEvents } from './events/document-events.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

/** Notices that the bell's panel shows. */
const NEWEST = 8;
/** Notices a page. */
const PAGE = 50;

const read = (id: DocumentId, limit: number, before: NoticeId | null) =>
  requestOrThrow<NoticesAnswer>(
    'GET',
    `/notices?document=${id}&limit=${limit}${before === null ? '' : `&before=${before}`}`,
  );

/** The newest notices and how many are unread; kept up to date while the page stands. */
export function useNewestNotices(id: DocumentId) {
  const queries = useQueryClient();
  useEffect(
    () =>
      documentEvents(id).listen((heard) => {
        if (heard.kind === 'notices-changed' || heard.kind === 'back' || heard.kind === 'anew')
          void queries.invalidateQueries({ queryKey: keys.notices(id) });
      }),
    [id, queries],
  );
  return useQuery({
    queryKey: keys.newestNotices(id),
    queryFn: () => read(id, NEWEST, null),
  });
}

/** All that are kept, page by page. */
export const useAllNotices = (id: DocumentId) =>
  useInfiniteQuery<NoticesAnswer, Error, InfiniteData<NoticesAnswer>, readonly unknown[], NoticeId | null>({
    queryKey: keys.allNotices(id),
    queryFn: ({ pageParam }) => read(id, PAGE, pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => (page.more ? page.notices.at(-1)?.notice.id : undefined),
  });

/** Marks some as read, or all. */
export const useReadNotices = (id: DocumentId) =>
  useAct<readonly NoticeId[] | 'all', ReadNoticesAnswer>({
    method: 'POST',
    path: () => '/notices/read',
    body: (ids) => (ids === 'all' ? { document: id, all: true } : { document: id, ids }),
    stale: () => [keys.notices(id)],
  });
