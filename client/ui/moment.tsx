import { momentInUtc, momentInZone, shortMomentInUtc } from '../../shared/messages/moments.ts';
import { useMessages } from './messages.ts';

interface MomentProps {
  readonly iso: string;
  readonly short?: boolean;
  /** For tables, where the reader's own clock would be one thing too many: it is then in the tooltip. */
  readonly zone?: boolean;
}

/** A moment in UTC with the reader's clock beside it. */
export function Moment({ iso, short = false, zone = true }: MomentProps) {
  const { locale, zone: readersZone } = useMessages();
  const utc = short ? shortMomentInUtc(iso, locale, new Date()) : momentInUtc(iso, locale);
  const local = momentInZone(iso, locale, readersZone);
  return (
    <time dateTime={iso} title={local ?? undefined}>
      {zone && local !== null ? `${utc} (${local})` : utc}
    </time>
  );
}
