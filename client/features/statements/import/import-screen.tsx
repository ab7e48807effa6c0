import '../../../ui/words/dispositions.ts';
import '../../../ui/words/inputs.ts';
import '../../../ui/words/register.ts';
import '../../../ui/words/statements.ts';
import '../statements.css';
import './import.css';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { newKey } from '../../../api/new-key.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';
import { CheckSubmission } from '../submission/check-submission.tsx';
import { submissionDraft } from '../submission/submission-draft.ts';
import { BeginImport } from './begin-import.tsx';
import { CheckStatements } from './check-statements.tsx';
import { checkedOf } from './checked.ts';
import { StartAgain } from './start-again.tsx';
import { useImport } from './use-import.ts';

interface ImportScreenProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
}

/** Brings notes and submissions in: paste or open, check, confirm. */
export default function ImportScreen({ answer, view, text }: ImportScreenProps) {
  const { t } = useMessages();
  const notes = useImport(answer.document.id, view.me?.participant.id ?? '');
  const { kept, read, failed, change, start, discard } = notes;
  if (kept.kind === null)
    return (
      <BeginImport
        kept={kept}
        failed={failed}
        onChange={change}
        onStart={async () => {
          const found = await start(kept.source, kept.asked);
          if (found === null) return;
          const delegations = [...view.directory.delegations.values()];
          const context = { delegations, language: kept.language, newKey };
          change({
            kind: found.kind,
            checked: checkedOf(found, context),
            submission: found.kind === 'questionnaire' ? submissionDraft(found.notes, context) : null,
          });
        }}
      />
    );
  if (failed)
    return (
      <Notice tone="error" title={t('statements.read.failed')}>
        <p className="statement-act-row">
          <StartAgain onDiscard={discard} />
        </p>
      </Notice>
    );
  if (read === null) return <ListSkeleton lines={8} />;
  if (read.kind === 'questionnaire')
    return kept.submission === null ? null : (
      <CheckSubmission
        answer={answer}
        view={view}
        text={text}
        notes={notes}
        read={read}
        draft={kept.submission}
      />
    );
  return <CheckStatements answer={answer} view={view} text={text} notes={notes} read={read} />;
}
