import '../ui/words/register.ts';
import '../ui/words/changes.ts';
import '../ui/words/comparison.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/publish.ts';
import type { PublicationAnswer } from '../../shared/api/comparison.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { useWorkingText } from '../api/paragraphs.ts';
import { failureIn } from '../api/request.ts';
import { usePublication, useVersion } from '../api/versions.ts';
import { AnsweredChanges } from '../features/comparison/answered-changes.tsx';
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
            <PublishPreview
              documentId={id}
              preview={preview.data}
              changes={<PreviewedChanges id={id} preview={preview.data} />}
            />
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

const NONE: readonly LabelledParagraph[] = [];

/** The changes of the preview, with the formats of their words as far as both texts are here. */
function PreviewedChanges({ id, preview }: { id: DocumentId; preview: PublicationAnswer }) {
  const { base, comparison } = preview;
  const from = useVersion(id, base?.id ?? 'latest', base !== null);
  const to = useWorkingText(id, true);
  return comparison === null ? null : (
    <AnsweredChanges
      comparison={comparison}
      from={from.data?.paragraphs ?? NONE}
      to={to.data?.paragraphs ?? NONE}
    />
  );
}
