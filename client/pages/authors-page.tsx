import '../ui/words/authors.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { failureIn } from '../api/request.ts';
import { useAuthorship } from '../api/versions.ts';
import { WhoWroteThis } from '../features/authorship/who-wrote-this.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { Panes } from '../ui/panes.tsx';
import { TextSkeleton } from '../ui/skeleton.tsx';

/** `/d/:id/authors`: who wrote what stands in the working text, and who deleted what. */
export default function AuthorsPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  const authorship = useAuthorship(id, true);
  usePageTitle(t('authors.title'), answer?.document.title);
  if (authorship.data !== undefined) return <WhoWroteThis authorship={authorship.data} />;
  if (authorship.error !== null)
    return (
      <div className="page page-narrow">
        <FailureNotice failure={failureIn(authorship.error)} onRetry={() => void authorship.refetch()} />
      </div>
    );
  return (
    <Panes>
      <TextSkeleton heading={t('authors.title')} />
    </Panes>
  );
}
