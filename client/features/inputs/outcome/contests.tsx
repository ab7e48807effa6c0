import './outcome.css';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Byline } from '../../../ui/byline.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { ContestAnswer } from './contest-answer.tsx';

interface ContestsProps {
  readonly documentId: DocumentId;
  readonly disposition: Disposition;
  readonly view: RegisterView;
  /** Whether the visitor answers for the facilitators. */
  readonly mayAnswer: boolean;
}

/** Every contest of a summary with its answer, oldest first; the one that waits can be answered here. */
export function Contests({ documentId, disposition, view, mayAnswer }: ContestsProps) {
  const { t } = useMessages();
  return disposition.contests.map(({ text, by, answer }) => (
    <section key={by.at} className="outcome-contest stack" aria-label={t('inputs.contest.title')}>
      <p className="small">
        <strong>{t('inputs.contest.title')}</strong>
      </p>
      <Byline {...signatoryOf(view, by)} />
      <p className="input-text" dir="auto">
        {text}
      </p>
      {answer !== null ? (
        <div className="outcome-answer stack">
          <Byline {...signatoryOf(view, answer.by)} />
          <p className="input-text" dir="auto">
            {answer.text}
          </p>
        </div>
      ) : mayAnswer ? (
        <ContestAnswer documentId={documentId} disposition={disposition} />
      ) : (
        <p className="small soft">{t('inputs.contest.waits')}</p>
      )}
    </section>
  ));
}
