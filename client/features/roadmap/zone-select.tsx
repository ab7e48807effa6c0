import { placeOf } from '../../../shared/messages/moments.ts';
import { MEETING_ZONES } from '../../../shared/messages/wall-clock.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

/** The zone in which a time is announced: UTC, the seats of the United Nations, the reader's own. */
export function ZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t, zone: own } = useMessages();
  const zones = [...new Set<string>([...MEETING_ZONES, own, value])];
  return (
    <Field label={t('roadmap.form.zone')}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name === own ? t('roadmap.form.ownZone', { place: placeOf(name) }) : placeOf(name)}
          </option>
        ))}
      </select>
    </Field>
  );
}
