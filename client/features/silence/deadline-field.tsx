import { useId } from 'react';
import { SILENCE_HOURS } from '../../../shared/domain/silence.ts';
import { NEW_YORK, type WallReading } from '../../../shared/domain/time-zone.ts';
import { duration, placeOf } from '../../../shared/messages/moments.ts';
import { MEETING_ZONES, type WallClock } from '../../../shared/messages/wall-clock.ts';
import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { ZonedTimes } from '../../ui/zoned-times.tsx';

interface DeadlineFieldProps {
  readonly wall: WallClock;
  readonly zone: string;
  /** What both mean; null while the entry is empty. */
  readonly reading: WallReading | null;
  readonly problem: string | undefined;
  /** The silence that is to last longer; without one, a silence is to be opened. */
  readonly extended?: Pick<SilenceProcedure, 'opensAt' | 'deadline'>;
  readonly onWall: (wall: WallClock) => void;
  readonly onZone: (zone: string) => void;
}

const HOUR = 3_600_000;

/** A deadline by the clock of a place, and what it is elsewhere, how long it leaves, and what is unusual about it. */
export function DeadlineField(props: DeadlineFieldProps) {
  const { wall, zone, reading, problem, extended, onWall, onZone } = props;
  const { t, locale, zone: own } = useMessages();
  const help = useId();
  const at = reading?.later ?? null;
  const now = useMinute(at ?? '');
  const after = (moment: number): number => (at === null ? 0 : Date.parse(at) - moment);
  const opensAt = extended === undefined ? now.getTime() : Date.parse(extended.opensAt);
  const added = after(extended === undefined ? now.getTime() : Date.parse(extended.deadline));
  const refused = at !== null && added <= 0;
  const said = (ms: number): string => duration(ms, locale) ?? t('silence.lastMinute');
  const tooSoon = t(extended === undefined ? 'silence.open.past' : 'silence.extend.notLater');
  const zones = [...new Set<string>([NEW_YORK, ...MEETING_ZONES, own])];
  return (
    <>
      <div className="field-row">
        <Field
          label={t(extended === undefined ? 'silence.open.when' : 'silence.extend.when')}
          error={refused ? tooSoon : problem}
        >
          <input
            type="datetime-local"
            required
            // biome-ignore lint/a11y/noAutofocus: the form was just asked for
            autoFocus={extended !== undefined}
            value={wall}
            onChange={(event) => onWall(event.target.value)}
          />
        </Field>
        <Field label={t('silence.open.place')}>
          <select value={zone} onChange={(event) => onZone(event.target.value)}>
            {zones.map((name) => (
              <option key={name} value={name}>
                {name === own ? t('silence.open.ownPlace', { place: placeOf(name) }) : placeOf(name)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div role="status" className="stack" id={help}>
        {at === null || refused ? null : (
          <>
            <p className="visually-hidden">{t('silence.open.means')}</p>
            <ZonedTimes at={at} />
            <p>
              {extended === undefined
                ? t('silence.open.lasts', { time: said(added) })
                : t('silence.extend.adds', { more: said(added), whole: said(after(opensAt)) })}
            </p>
            {after(opensAt) < SILENCE_HOURS * HOUR ? (
              <Notice tone="warn">
                <p>{t('silence.open.short')}</p>
              </Notice>
            ) : null}
            {reading?.kind === 'gap' || reading?.kind === 'repeated' ? (
              <Notice tone="warn">
                <p>{t(reading.kind === 'gap' ? 'silence.open.skipped' : 'silence.open.repeated')}</p>
              </Notice>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
