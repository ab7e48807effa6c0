import { useDocuments } from '../api/documents.ts';
import { failureIn } from '../api/request.ts';
import { useSession } from '../api/session.ts';
import { CreateDocument } from '../features/home/create-document.tsx';
import { DemoEntry } from '../features/home/demo-entry.tsx';
import { DocumentList } from '../features/home/document-list.tsx';
import { Frame } from '../frame/frame.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';

const WaitingList = late(() => import('../features/waiting/waiting-list.tsx'));

/** `/`: the documents open to the visitor; on a demonstration server, the sample people to enter as. */
export function HomePage() {
  const { t } = useMessages();
  const { data: session } = useSession();
  const documents = useDocuments();
  usePageTitle(t('home.title'));
  return (
    <Frame>
      <div className="page">
        <div className="page-head">
          <h1 className="page-title">{t('home.title')}</h1>
          {session?.mayCreate === true ? <CreateDocument /> : null}
        </div>
        {documents.error !== null ? (
          <FailureNotice failure={failureIn(documents.error)} onRetry={() => void documents.refetch()} />
        ) : documents.data === undefined ? (
          <ListSkeleton />
        ) : (
          <DocumentList
            documents={documents.data.documents}
            waiting={({ id }) => (
              <>
                <WaitingList documentId={id} />
              </>
            )}
          />
        )}
        {session?.demo === true ? <DemoEntry /> : null}
      </div>
    </Frame>
  );
}
