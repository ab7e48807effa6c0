import '../ui/words/versions.ts';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { VersionList } from '../features/versions/version-list.tsx';
import { buttonClass } from '../ui/button.tsx';
import { useMessages } from '../ui/messages.ts';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/versions`: all versions of a document. */
export default function VersionsPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  return (
    <DocumentPage
      title={t('versions.title')}
      lead={t('versions.lead')}
      answer={answer}
      action="version.view"
      acts={
        answer?.abilities['version.publish'].allowed === true ? (
          <Link className={buttonClass('plain', false)} href={`/d/${id}/publish`}>
            {t('versions.publishNext')}
          </Link>
        ) : null
      }
    >
      {({ versions }) => <VersionList documentId={id} versions={versions} />}
    </DocumentPage>
  );
}
