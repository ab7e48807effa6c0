import { WINDOW_WORKING_DAYS, workingDays } from '../../../shared/domain/roadmap.ts';
import { shownTimes } from '../../../shared/domain/time-zone.ts';
import { daysUntil } from '../../../shared/domain/waiting.ts';
import { clockBeside, momentByClocksOf, placeOf } from '../../../shared/messages/moments.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { InputWindow } from '../../../shared/model/milestone.ts';
import type { Station } from '../../../shared/model/roadmap.ts';
import { useMessages } from '../../ui/messages.ts';

interface WindowTimesProps {
  readonly window: InputWindow;
  readonly at: NonNullable<Station['window']>;
  readonly now: IsoTime;
}

/** When inputs are asked for: by the clocks of the stated zone first, then by others', and how long is left. */
export function WindowTimes({ window, at, now }: WindowTimesProps) {
  const { t } = useMessages();
  const { opensAt, closesAt } = window;
  const { state, running, workingDays: lasts } = at;
  const opened = running || state === 'closed';
  return (
    <div className="roadmap-window">
      <dl>
        <Time
          name={t(opened ? 'roadmap.window.opened' : 'roadmap.window.opens')}
          iso={opensAt}
          window={window}
        />
        <Time
          name={t(state === 'closed' ? 'roadmap.window.closed' : 'roadmap.window.closes')}
          iso={closesAt}
          window={window}
        />
      </dl>
      <p className="roadmap-window-left">
        {state === 'closed' ? null : running ? (
          <strong>
            {t('roadmap.window.left', {
              days: t('roadmap.window.daysLeft', { count: daysUntil(closesAt, now) }),
              working: t('roadmap.window.workingLeft', {
                count: workingDays({ ...window, opensAt: now }),
              }),
            })}
          </strong>
        ) : (
          <span>{t('roadmap.window.lasts', { count: lasts })}</span>
        )}
        {running ? <span className="soft"> {t('roadmap.window.byItself')}</span> : null}
        {lasts < WINDOW_WORKING_DAYS && state !== 'closed' ? (
          <span className="badge badge-warn">{t('roadmap.window.short')}</span>
        ) : null}
      </p>
      {state === 'open' && !running ? <p className="soft small">{t('roadmap.window.notOpened')}</p> : null}
    </div>
  );
}

function Time({ name, iso, window }: { name: string; iso: IsoTime; window: InputWindow }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ZonedTime iso={iso} stated={window.timeZone} />
      </dd>
    </div>
  );
}

/** One moment: by the clocks of its stated zone, then in UTC, New York and where the reader is, each zone once. */
export function ZonedTime({ iso, stated }: { iso: IsoTime; stated: string }) {
  const { t, locale, zone } = useMessages();
  const beside = shownTimes(iso, zone)
    .filter((shown) => shown.zone !== stated)
    .map((shown) => `${placeOf(shown.zone)} ${clockBeside(iso, locale, shown.zone, stated)}`);
  return (
    <time dateTime={iso}>
      <span>
        {t('roadmap.window.inZone', {
          moment: momentByClocksOf(iso, locale, stated),
          place: placeOf(stated),
        })}
      </span>
      {beside.length === 0 ? null : <span className="roadmap-beside"> {beside.join(' · ')}</span>}
    </time>
  );
}
