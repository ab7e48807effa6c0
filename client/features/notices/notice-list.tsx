import { useState } from 'react';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useAllNotices, useReadNotices } from '../../api/notices.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { NoticeLine } from './notice-line.tsx';
import './notices.css';

/** All notices that are kept, newest first. */
export function NoticeList({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  const all = useAllNotices(id);
  const read = useReadNotices(id);
  const [unreadOnly, setUnreadOnly] = useState(false);
  if (all.error !== null && all.data === undefined)
    return <FailureNotice failure={failureIn(all.error)} onRetry={() => void all.refetch()} />;
  if (all.data === undefined) return <ListSkeleton />;
  const views = all.data.pages.flatMap((page) => page.notices);
  const shown = unreadOnly ? views.filter(({ notice }) => notice.readAt === null) : views;
  const unread = all.data.pages[0]?.unread ?? 0;
  return (
    <>
      <div className="notices-bar">
        <Field label={t('notices.show')}>
          <select
            value={unreadOnly ? 'unread' : 'all'}
            onChange={(event) => setUnreadOnly(event.target.value === 'unread')}
          >
            <option value="all">{t('notices.showAll')}</option>
            <option value="unread">{t('notices.showUnread')}</option>
          </select>
        </Field>
        {unread === 0 ? null : (
          <Button busy={read.isPending} onClick={() => read.mutate('all')}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      {read.error === null ? null : <FailureNotice failure={failureIn(read.error)} />}
      {shown.length === 0 ? (
        <p className="notice-none">{t(views.length === 0 ? 'notices.none' : 'notices.noneUnread')}</p>
      ) : (
        <ul className="notice-list">
          {shown.map((view) => (
            <li key={view.notice.id}>
              <NoticeLine view={view} onRead={(one) => read.mutate([one])} withAct />
            </li>
          ))}
        </ul>
      )}
      {all.hasNextPage ? (
        <p>
          <Button busy={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>
            {t('notices.older')}
          </Button>
        </p>
      ) : (
        <p className="notice-facts">{t('notices.kept')}</p>
      )}
    </>
  );
}
