import { type FormEvent, useState } from 'react';
import { contestEnd, daysUntil } from '../../../../shared/domain/waiting.ts';
import { dateInUtc } from '../../../../shared/messages/moments.ts';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../../../shared/model/ids.ts';
import { useContest } from '../../../api/dispositions.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { useKeptText } from './use-kept-text.ts';

interface ContestFormProps {
  readonly documentId: DocumentId;
  readonly participant: ParticipantId;
  readonly disposition: Disposition;
  readonly now: IsoTime;
}

/** The author's delegation contests how its input was summarised, for as long as it may. */
export function ContestForm({ documentId, participant, disposition, now }: ContestFormProps) {
  const { t, locale } = useMessages();
  const [text, setText] = useKeptText(documentId, participant, `contest/${disposition.id}`);
  const [open, setOpen] = useState(text !== '');
  const contest = useContest(documentId);
  const failure = contest.error === null ? null : failureIn(contest.error);
  const end = contestEnd(disposition.by.at);
  const left = daysUntil(end, now);
  const date = dateInUtc(end, locale);
  if (left === 0) return <p className="small soft">{t('outcomes.contest.over', { date })}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (contest.isPending) return;
    contest.mutate(
      { disposition: disposition.id, text },
      {
        onSuccess: () => {
          setText('');
          setOpen(false);
          announce(t('outcomes.contest.done'));
        },
      },
    );
  };
  return (
    <div className="stack">
      {open ? (
        <form className="form" onSubmit={submit}>
          <Field
            label={t('outcomes.contest.text')}
            help={t('outcomes.contest.help')}
            error={fieldProblem(failure, 'text')}
          >
            <textarea
              dir="auto"
              rows={4}
              required
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          {failure === null ? null : <FailureNotice failure={failure} />}
          <div className="form-actions">
            <Button tone="primary" small type="submit" busy={contest.isPending}>
              {t('outcomes.contest.submit')}
            </Button>
            <Button small onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <p>
          <Button small onClick={() => setOpen(true)}>
            {t('outcomes.contest.open')}
          </Button>
        </p>
      )}
      <p className="small soft">{t('outcomes.contest.until', { date, count: left })}</p>
    </div>
  );
}
