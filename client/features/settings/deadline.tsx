import { momentInUtc, momentInZone, placeOf } from '../../../shared/messages/moments.ts';
import { MEETING_ZONES, type WallClock } from '../../../shared/messages/wall-clock.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

interface DeadlineProps {
  readonly wall: WallClock;
  readonly zone: string;
  /** What both mean; null while the entry is empty. */
  readonly moment: IsoTime | null;
  readonly onChange: (wall: WallClock) => void;
  readonly onZoneChange: (zone: string) => void;
}

/** A moment entered by the clocks of a stated zone, and said back in UTC and by the reader's clock. */
export function Deadline({ wall, zone, moment, onChange, onZoneChange }: DeadlineProps) {
  const { t, locale, zone: own } = useMessages();
  const zones = [...new Set<string>([...MEETING_ZONES, own])];
  const local = moment === null ? null : momentInZone(moment, locale, own);
  const utc = moment === null ? '' : momentInUtc(moment, locale);
  const meaning = t('settings.phase.meaning', {
    moment: local === null ? utc : t('common.inBrackets', { outer: utc, inner: local }),
  });
  const past = moment !== null && Date.parse(moment) <= Date.now();
  return (
    <>
      <div className="field-row">
        <Field
          label={t('settings.phase.closes')}
          help={t('settings.phase.closesHelp')}
          error={past ? t('settings.phase.past') : undefined}
        >
          <input type="datetime-local" value={wall} onChange={(event) => onChange(event.target.value)} />
        </Field>
        <Field label={t('settings.phase.zone')}>
          <select value={zone} onChange={(event) => onZoneChange(event.target.value)}>
            {zones.map((name) => (
              <option key={name} value={name}>
                {name === own ? t('settings.phase.ownZone', { place: placeOf(name) }) : placeOf(name)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <p role="status">{moment === null ? null : meaning}</p>
    </>
  );
}
