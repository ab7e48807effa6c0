import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { failureIn } from '../api/request.ts';
import { useVersion } from '../api/versions.ts';
import { ReadVersion } from '../features/reading/read-version.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { Panes } from '../ui/panes.tsx';
import { TextSkeleton } from '../ui/skeleton.tsx';

const Conversation = late(() => import('./conversation.tsx'));
const TextDeclarations = late(() => import('../features/declarations/reading/text-declarations.tsx'));
const PositionMarks = late(() => import('../features/positions/reading/position-marks.tsx'));

interface ReadPageProps {
  readonly id: DocumentId;
  /** A version's id, or `latest`. */
  readonly version: string;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/v/:version`: a published text. Asked for at once, beside the document's summary. */
export function ReadPage({ id, version, answer }: ReadPageProps) {
  const { t } = useMessages();
  const text = useVersion(id, version);
  const own = answer?.me?.delegation;
  usePageTitle(text.data?.name, answer?.document.title);
  if (text.data !== undefined)
    return (
      <ReadVersion
        key={text.data.id}
        version={text.data}
        answer={answer}
        conversation={(surface) =>
          answer === undefined || !answer.abilities['register.view'].allowed ? null : (
            <>
              <Conversation surface={surface} answer={answer} />
              <TextDeclarations surface={surface} answer={answer} />
              {/* Facilitators' own delegation takes no position. */}
              {own === undefined || own.constituency === null ? null : (
                <PositionMarks key={own.id} surface={surface} answer={answer} delegation={own.id} />
              )}
            </>
          )
        }
      />
    );
  if (text.error !== null)
    return (
      <div className="page page-narrow">
        <FailureNotice failure={failureIn(text.error)} onRetry={() => void text.refetch()} />
      </div>
    );
  return (
    <Panes>
      <TextSkeleton heading={answer?.document.title ?? t('common.loading')} />
    </Panes>
  );
}
