import '../ui/words/notices.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { FeedSettings } from '../features/notices/feed-settings.tsx';
import { MailSettings } from '../features/notices/mail-settings.tsx';
import { NoticeList } from '../features/notices/notice-list.tsx';
import { useMessages } from '../ui/messages.ts';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/notices`: what one is told, the feed, and mail. */
export default function NoticesPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('notices.title')} answer={answer} action="document.view">
      {({ me }) => (
        <>
          {me === null ? null : <NoticeList id={id} />}
          <FeedSettings id={id} participates={me !== null} />
          {me === null ? null : <MailSettings id={id} />}
        </>
      )}
    </DocumentPage>
  );
}
