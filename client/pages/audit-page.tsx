import '../ui/words/audit.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useAudit, useMembers } from '../api/members.ts';
import { failureIn } from '../api/request.ts';
import { AuditTable } from '../features/audit/audit-table.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/audit`: every act on the document. */
export default function AuditPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  const audit = useAudit(id, answer?.abilities['audit.view'].allowed === true);
  const members = useMembers(id, answer?.abilities['members.view'].allowed === true);
  const names = new Map(
    members.data?.members.map(({ participant }) => [participant.id as string, participant.name]),
  );
  const head = audit.data?.pages.at(-1)?.head;
  return (
    <DocumentPage title={t('audit.title')} lead={t('audit.lead')} answer={answer} action="audit.view">
      {() =>
        audit.data !== undefined ? (
          <div className="stack">
            <AuditTable entries={audit.data.pages.flatMap(({ entries }) => entries)} names={names} />
            {audit.hasNextPage ? (
              <Button busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                {t('audit.more')}
              </Button>
            ) : null}
            {head === undefined ? null : (
              <p>
                {t('audit.head')} <span className="mono">{head.hash}</span>
              </p>
            )}
          </div>
        ) : audit.error !== null ? (
          <FailureNotice failure={failureIn(audit.error)} onRetry={() => void audit.refetch()} />
        ) : (
          <ListSkeleton />
        )
      }
    </DocumentPage>
  );
}
