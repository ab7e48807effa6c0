import '../ui/words/members.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { Members } from '../features/members/members.tsx';
import { useMessages } from '../ui/messages.ts';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/members`: who takes part. */
export default function MembersPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('members.title')} answer={answer} action="members.view">
      {({ abilities }) => (
        <Members
          documentId={id}
          mayChange={abilities['members.change'].allowed}
          mayGroup={abilities['group.change'].allowed}
        />
      )}
    </DocumentPage>
  );
}
