import { type FormEvent, useState } from 'react';
import { NEW_YORK, readWallTime } from '../../../shared/domain/time-zone.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { failureIn } from '../../api/request.ts';
import { useOpenSilence } from '../../api/silences.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { DeadlineField } from './deadline-field.tsx';

/** Puts the latest version under silence: deadline, letter, and what will happen before it does. */
export function OpenForm({ id, version }: { id: DocumentId; version: VersionSummary }) {
  const { t } = useMessages();
  const [wall, setWall] = useState('');
  const [zone, setZone] = useState<string>(NEW_YORK);
  const [letter, setLetter] = useState('');
  const open = useOpenSilence(id);
  const failure = open.error === null ? null : failureIn(open.error);
  const reading = readWallTime(wall, zone);
  const { name } = version;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open.isPending || reading === null) return;
    open.mutateAsync({ version: version.id, deadline: { wall, timeZone: zone }, letter }).then(
      () => announce(t('silence.open.done', { version: name })),
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
        onWall={setWall}
        onZone={setZone}
      />
      <Field
        label={t('silence.open.letter')}
        help={t('silence.open.letterHelp')}
        error={fieldProblem(failure, 'letter')}
      >
        <textarea dir="auto" rows={6} value={letter} onChange={(event) => setLetter(event.target.value)} />
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
