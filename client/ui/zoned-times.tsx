import { shownTimes } from '../../shared/domain/time-zone.ts';
import { momentWithDay, placeOf } from '../../shared/messages/moments.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { useMessages } from './messages.ts';
import './zoned-times.css';

/** One moment in UTC, in New York and by the reader's clock, each zone once (rule V85). */
export function ZonedTimes({ at }: { at: IsoTime }) {
  const { t, locale, zone: own } = useMessages();
  return (
    <dl className="zoned-times">
      {shownTimes(at, own).map(({ zone }) => (
        <div key={zone}>
          <dt>
            {zone === own && zone !== 'UTC' ? t('silence.ownClock', { place: placeOf(zone) }) : placeOf(zone)}
          </dt>
          <dd>
            <time dateTime={at}>{momentWithDay(at, locale, zone)}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
