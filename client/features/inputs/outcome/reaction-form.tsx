import { type FormEvent, useState } from 'react';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { useReact } from '../../../api/dispositions.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../../ui/failure-notice.tsx';
import { Choices, Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useKeptText } from './use-kept-text.ts';

interface ReactionFormProps {
  readonly documentId: DocumentId;
  readonly participant: ParticipantId;
  readonly disposition: Disposition;
  /** The revision that is shown: if the facilitators decide anew meanwhile, nothing is recorded. */
  readonly revision: number;
  readonly onDone: () => void;
}

/** The author's delegation says whether it is satisfied with what became of its input. */
export function ReactionForm({ documentId, participant, disposition, revision, onDone }: ReactionFormProps) {
  const { t } = useMessages();
  const [looked] = useState(revision);
  const [satisfied, setSatisfied] = useState<'yes' | 'no' | ''>(
    disposition.reaction === null ? '' : disposition.reaction.satisfied ? 'yes' : 'no',
  );
  const [reason, setReason] = useKeptText(documentId, participant, `reaction/${disposition.id}`);
  const [again, setAgain] = useState(false);
  const react = useReact(documentId);
  const failure = react.error === null ? null : failureIn(react.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (react.isPending || satisfied === '') return;
    react.mutate(
      {
        disposition: disposition.id,
        satisfied: satisfied === 'yes',
        reason,
        revision: again ? revision : looked,
      },
      {
        onSuccess: () => {
          setReason('');
          announce(t('outcomes.reaction.done'));
          onDone();
        },
        // The new decision stands above by now: sending again says that it was looked at.
        onError: (error) => {
          if (failureIn(error).code === 'already-decided') setAgain(true);
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <Choices
        label={t('outcomes.reaction.question')}
        value={satisfied}
        onChange={setSatisfied}
        options={[
          { value: 'yes', text: t('outcomes.reaction.satisfied') },
          { value: 'no', text: t('outcomes.reaction.unsatisfied') },
        ]}
      />
      <Field
        label={t(satisfied === 'no' ? 'outcomes.reaction.reason' : 'outcomes.reaction.reasonFree')}
        help={t('outcomes.reaction.reasonHelp')}
        error={fieldProblem(failure, 'reason')}
      >
        <textarea
          dir="auto"
          rows={3}
          required={satisfied === 'no'}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {failure === null ? null : failure.code === 'already-decided' ? (
        <Notice tone="warn" live>
          <p>{t('outcomes.reaction.revised')}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      <div className="form-actions">
        <Button tone="primary" small type="submit" busy={react.isPending}>
          {t('outcomes.reaction.submit')}
        </Button>
      </div>
    </form>
  );
}
