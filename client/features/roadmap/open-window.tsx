import '../../ui/words/roadmap.ts';
import { type FormEvent, useState } from 'react';
import { WINDOW_WORKING_DAYS, workingDays } from '../../../shared/domain/roadmap.ts';
import { deadlineAt, wallTime } from '../../../shared/domain/time-zone.ts';
import type { DocumentId, IsoTime } from '../../../shared/model/ids.ts';
import type { Milestone } from '../../../shared/model/milestone.ts';
import { failureIn } from '../../api/request.ts';
import { useOpenWindow } from '../../api/roadmap.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ZonedTime } from './window-times.tsx';
import { ZoneSelect } from './zone-select.tsx';

interface OpenWindowProps {
  readonly documentId: DocumentId;
  readonly milestone: Milestone;
  readonly now: IsoTime;
  readonly onClose: () => void;
}

/** "Open now until …": begins the consultation with the end of the milestone's window. */
export function OpenWindow({ documentId, milestone, now, onClose }: OpenWindowProps) {
  const { t } = useMessages();
  const { name, window } = milestone;
  const announced = window !== null && window.closesAt > now ? window : null;
  const [zone, setZone] = useState(window?.timeZone ?? 'America/New_York');
  const [wall, setWall] = useState(
    announced === null ? '' : wallTime(announced.closesAt, announced.timeZone),
  );
  const open = useOpenWindow(documentId);
  const failure = open.error === null ? null : failureIn(open.error);
  const closesAt = deadlineAt(wall, zone);
  const days = closesAt === null ? null : workingDays({ opensAt: now, closesAt, timeZone: zone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open.isPending) return;
    open.mutate(
      { milestone: milestone.id, closesAt: { wall, timeZone: zone }, timeZone: zone },
      {
        onSuccess: () => {
          announce(t('roadmap.opening.opened', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <form className="form roadmap-form" onSubmit={submit} aria-label={t('roadmap.opening.title', { name })}>
      <p>{t('roadmap.opening.help')}</p>
      <div className="field-row">
        <Field label={t('roadmap.opening.until')} error={fieldProblem(failure, 'closesAt')}>
          <input
            type="datetime-local"
            required
            // biome-ignore lint/a11y/noAutofocus: the form was just asked for
            autoFocus
            value={wall}
            onChange={(event) => setWall(event.target.value)}
          />
        </Field>
        <ZoneSelect value={zone} onChange={setZone} />
      </div>
      <div role="status">
        {closesAt === null ? null : (
          <p>
            {t('roadmap.window.closes')} <ZonedTime iso={closesAt} stated={zone} />
          </p>
        )}
        {days === null || days >= WINDOW_WORKING_DAYS ? null : (
          <div className="notice notice-warn">
            <p className="notice-title">
              {t('roadmap.window.short')}: {t('roadmap.window.lasts', { count: days })}
            </p>
            <p>{t('roadmap.form.short')}</p>
          </div>
        )}
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={open.isPending}>
          {t('roadmap.opening.submit')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
