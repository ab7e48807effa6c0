import { type FormEvent, useState } from 'react';
import { NEW_YORK, readWallTime } from '../../../shared/domain/time-zone.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { failureIn } from '../../api/request.ts';
import { useExtendSilence } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { DeadlineField } from './deadline-field.tsx';

interface ExtendFormProps {
  readonly id: DocumentId;
  readonly silence: SilenceProcedure;
  readonly onClose: () => void;
}

/** Moves the deadline of the silence that runs to a later one, after saying what stays. */
export function ExtendForm({ id, silence, onClose }: ExtendFormProps) {
  const { t } = useMessages();
  const [wall, setWall] = useState('');
  const [zone, setZone] = useState<string>(NEW_YORK);
  const [letter, setLetter] = useState('');
  const extend = useExtendSilence(id, silence.id);
  const failure = extend.error === null ? null : failureIn(extend.error);
  const reading = readWallTime(wall, zone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // What is not later is said at the field already.
    if (extend.isPending || reading === null || reading.later <= silence.deadline) return;
    extend.mutateAsync({ deadline: { wall, timeZone: zone }, letter }).then(
      () => {
        announce(t('silence.extend.done'));
        onClose();
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
        onWall={setWall}
        onZone={setZone}
      />
      <Field
        label={t('silence.open.letter')}
        help={t('silence.extend.letterHelp')}
        error={fieldProblem(failure, 'letter')}
      >
        <textarea dir="auto" rows={4} value={letter} onChange={(event) => setLetter(event.target.value)} />
      </Field>
      <p className="soft">{t('silence.extend.told')}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={extend.isPending}>
          {t('silence.extend.submit')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
