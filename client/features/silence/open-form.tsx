import type { FormEvent } from 'react';
import { readWallTime } from '../../../shared/domain/time-zone.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useOpenSilence } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { DeadlineField } from './deadline-field.tsx';
import { type DeadlineDraftOf, useKeptDeadline } from './use-kept-deadline.ts';

interface OpenFormProps {
  readonly draftOf: DeadlineDraftOf;
  readonly version: VersionSummary;
}

/**
 * Puts the latest version under silence: deadline, letter, and what will happen before it does. What is written is kept
 * over a reload, and if it could not be sent.
 */
export function OpenForm({ draftOf, version }: OpenFormProps) {
  const { t } = useMessages();
  const [{ wall, zone, letter }, change, forget] = useKeptDeadline(draftOf);
  const open = useOpenSilence(draftOf.documentId);
  const failure = open.error === null ? null : failureIn(open.error);
  const reading = readWallTime(wall, zone);
  const { name } = version;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open.isPending || reading === null) return;
    open.mutateAsync({ version: version.id, deadline: { wall, timeZone: zone }, letter }).then(
      () => {
        forget();
        announce(t('silence.open.done', { version: name }));
      },
      () => undefined,
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{t('silence.open.version', { version: name })}</p>
      <DeadlineField
        wall={wall}
        zone={zone}
        reading={reading}
        problem={fieldProblem(failure, 'deadline')}
        onWall={(next) => change({ wall: next })}
        onZone={(next) => change({ zone: next })}
      />
      <Field
        label={t('silence.open.letter')}
        help={t('silence.open.letterHelp')}
        error={fieldProblem(failure, 'letter')}
      >
        <textarea
          dir="auto"
          rows={6}
          value={letter}
          onChange={(event) => change({ letter: event.target.value })}
        />
      </Field>
      <div>
        <h3 className="silence-will">{t('silence.open.will')}</h3>
        <ul className="silence-list">
          <li>{t('silence.open.freezes')}</li>
          <li>{t('silence.open.kept')}</li>
          <li>{t('silence.open.broken')}</li>
        </ul>
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={open.isPending}>
          {t('silence.open.submit', { version: name })}
        </Button>
      </div>
    </form>
  );
}
