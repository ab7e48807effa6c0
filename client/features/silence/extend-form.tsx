import type { FormEvent } from 'react';
import { readWallTime } from '../../../shared/domain/time-zone.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { failureIn } from '../../api/request.ts';
import { useExtendSilence } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { DeadlineField } from './deadline-field.tsx';
import { type DeadlineDraftOf, useKeptDeadline } from './use-kept-deadline.ts';

interface ExtendFormProps {
  readonly draftOf: DeadlineDraftOf;
  readonly silence: SilenceProcedure;
  readonly onClose: () => void;
}

/**
 * Moves the deadline of the silence that runs to a later one, after saying what stays. What is written is kept over a
 * reload, and if it could not be sent.
 */
export function ExtendForm({ draftOf, silence, onClose }: ExtendFormProps) {
  const { t } = useMessages();
  const [{ wall, zone, letter }, change, forget] = useKeptDeadline(draftOf);
  const extend = useExtendSilence(draftOf.documentId, silence.id);
  const failure = extend.error === null ? null : failureIn(extend.error);
  const reading = readWallTime(wall, zone);
  const close = (): void => {
    forget();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // What is not later is said at the field already.
    if (extend.isPending || reading === null || reading.later <= silence.deadline) return;
    extend.mutateAsync({ deadline: { wall, timeZone: zone }, letter }).then(
      () => {
        announce(t('silence.extend.done'));
        close();
      },
      () => undefined,
    );
  };
  return (
    <form className="form silence-extend" onSubmit={submit} aria-label={t('silence.extend.act')}>
      <p>{t('silence.extend.stays')}</p>
      <DeadlineField
        wall={wall}
        zone={zone}
        reading={reading}
        problem={fieldProblem(failure, 'deadline')}
        extended={silence}
        onWall={(next) => change({ wall: next })}
        onZone={(next) => change({ zone: next })}
      />
      <Field
        label={t('silence.open.letter')}
        help={t('silence.extend.letterHelp')}
        error={fieldProblem(failure, 'letter')}
      >
        <textarea
          dir="auto"
          rows={4}
          value={letter}
          onChange={(event) => change({ letter: event.target.value })}
        />
      </Field>
      <p className="soft">{t('silence.extend.told')}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={extend.isPending}>
          {t('silence.extend.submit')}
        </Button>
        <Button onClick={close}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
