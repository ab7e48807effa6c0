import { lazy, Suspense } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import Drafting from '../features/drafting/index.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-title.ts';

const Conversation = lazy(() => import('./conversation.tsx'));

/** `/d/:id/draft`: the live working text. A chunk of its own, so that readers do not load the editor. */
export default function DraftPage({ id, answer }: { id: DocumentId; answer: DocumentAnswer | undefined }) {
  const { t } = useMessages();
  usePageTitle(t('terms.workingText'), answer?.document.title);
  const seeing = answer?.abilities['text.view'];
  if (seeing?.allowed === false)
    return (
      <div className="page page-narrow">
        <Notice tone="warn" title={t('errors.title.not-permitted')}>
          <p>{t(`reasons.${seeing.reason}`)}</p>
        </Notice>
      </div>
    );
  return (
    <Drafting
      documentId={id}
      conversation={(surface, known) =>
        known.abilities['register.view'].allowed ? (
          <Suspense>
            <Conversation surface={surface} answer={known} />
          </Suspense>
        ) : null
      }
    />
  );
}
