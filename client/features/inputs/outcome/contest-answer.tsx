import { type FormEvent, useState } from 'react';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import { useAnswerContest } from '../../../api/dispositions.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

/** The facilitators' answer to the contest that waits. */
export function ContestAnswer({
  documentId,
  disposition,
}: {
  documentId: DocumentId;
  disposition: Disposition;
}) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const answer = useAnswerContest(documentId);
  const failure = answer.error === null ? null : failureIn(answer.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!answer.isPending)
      answer.mutate(
        { disposition: disposition.id, text },
        { onSuccess: () => announce(t('inputs.contest.done')) },
      );
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('inputs.contest.answer')} error={fieldProblem(failure, 'text')}>
        <textarea
          dir="auto"
          rows={3}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" small type="submit" busy={answer.isPending}>
          {t('inputs.contest.submit')}
        </Button>
      </div>
    </form>
  );
}
