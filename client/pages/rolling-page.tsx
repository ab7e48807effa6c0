import '../ui/words/comparison.ts';
import '../ui/words/rolling.ts';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useRegister } from '../api/register/use-register.ts';
import { competingAddress } from '../features/proposals/addresses.ts';
import { useText } from '../features/proposals/text/use-text.ts';
import { RollingView } from '../features/rolling/rolling-view.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface RollingPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/rolling`: the working text with all open proposals in it. */
export default function RollingPage({ id, answer }: RollingPageProps) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('rolling.title')} lead={t('rolling.lead')} answer={answer} action="text.view">
      {(known) => <Rolling answer={known} id={id} />}
    </DocumentPage>
  );
}

function Rolling({ answer, id }: { answer: DocumentAnswer; id: DocumentId }) {
  const view = useRegister(id);
  const { paragraphs, failure } = useText(id, 'working');
  const failed = failure ?? view.failure;
  if (failed !== null && (!view.ready || paragraphs === null)) return <FailureNotice failure={failed} />;
  if (!view.ready || paragraphs === null) return <ListSkeleton lines={8} />;
  return (
    <RollingView
      answer={answer}
      view={view}
      paragraphs={paragraphs}
      competing={(paragraph) => competingAddress(id, paragraph)}
    />
  );
}
