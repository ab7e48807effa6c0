import '../ui/words/changes.ts';
import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/register.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useOrderingText } from '../api/paragraphs.ts';
import { useRegister } from '../api/register/use-register.ts';
import { InputsScreen } from '../features/inputs/inputs-screen.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

/** `/d/:id/inputs`: the facilitators' table of inputs and their decisions. */
export default function InputsPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('inputs.title')} answer={answer} action="register.view" wide>
      {(known) => <Inputs id={id} answer={known} />}
    </DocumentPage>
  );
}

function Inputs({ id, answer }: { id: DocumentId; answer: DocumentAnswer }) {
  const view = useRegister(id);
  const text = useOrderingText(id, answer);
  if (view.failure !== null && view.head === 0) return <FailureNotice failure={view.failure} />;
  if (!view.ready || text === undefined) return <ListSkeleton lines={8} />;
  return <InputsScreen answer={answer} view={view} text={text} />;
}
