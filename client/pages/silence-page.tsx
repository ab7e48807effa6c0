import '../ui/words/adoption.ts';
import '../ui/words/register.ts';
import '../ui/words/silence.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useRegister } from '../api/register/use-register.ts';
import { AdoptionSection } from '../features/adoption/adoption-section.tsx';
import { SilenceScreen } from '../features/silence/silence-screen.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface SilencePageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/silence`: silence procedures, the adoption, and the closing of the record. */
export default function SilencePage({ id, answer }: SilencePageProps) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('frame.silence')} lead={t('silence.lead')} answer={answer} action="register.view">
      {(known) => <SilenceAndAdoption answer={known} id={id} />}
    </DocumentPage>
  );
}

/** Once adopted, that comes first; before, the silence that leads to it. */
function SilenceAndAdoption({ answer, id }: { answer: DocumentAnswer; id: DocumentId }) {
  const view = useRegister(id);
  if (view.failure !== null && !view.ready) return <FailureNotice failure={view.failure} />;
  if (!view.ready) return <ListSkeleton lines={8} />;
  const silence = <SilenceScreen answer={answer} view={view} />;
  const adoption = <AdoptionSection answer={answer} view={view} />;
  return answer.document.adoption === undefined ? (
    <>
      {silence}
      {adoption}
    </>
  ) : (
    <>
      {adoption}
      {silence}
    </>
  );
}
