import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { failureIn } from '../api/request.ts';
import { usePublication } from '../api/versions.ts';
import { PublishForm } from '../features/publish/publish-form.tsx';
import { PublishPreview } from '../features/publish/publish-preview.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/publish`: what publishing would do, and doing it. */
export default function PublishPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  const preview = usePublication(id, answer?.abilities['version.publish'].allowed === true);
  return (
    <DocumentPage
      title={t('publish.title')}
      lead={t('publish.lead')}
      answer={answer}
      action="version.publish"
      acts={<Button onClick={() => void preview.refetch()}>{t('publish.reload')}</Button>}
    >
      {(known) =>
        preview.data !== undefined ? (
          <>
            <PublishPreview preview={preview.data} />
            <section className="section" aria-labelledby="publish-form">
              <h2 className="section-title" id="publish-form">
                {t('publish.form.title')}
              </h2>
              <PublishForm
                answer={known}
                preview={preview.data}
                onTextChanged={() => void preview.refetch()}
              />
            </section>
          </>
        ) : preview.error !== null ? (
          <FailureNotice failure={failureIn(preview.error)} onRetry={() => void preview.refetch()} />
        ) : (
          <>
            <p className="soft">{t('publish.reading')}</p>
            <ListSkeleton />
          </>
        )
      }
    </DocumentPage>
  );
}
