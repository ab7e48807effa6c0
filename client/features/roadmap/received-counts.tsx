import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { CONSTITUENCIES } from '../../../shared/model/participant.ts';
import { RECEIVED_NOUNS, type ReceivedFrom, type ReceivedNoun } from '../../../shared/model/roadmap.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { useMessages } from '../../ui/messages.ts';
import { receivedAddress } from './addresses.ts';

interface ReceivedCountsProps {
  readonly documentId: DocumentId;
  /** A milestone's id, or `since`. */
  readonly station: string;
  readonly title: string;
  readonly received: readonly ReceivedFrom[];
}

const sum = (received: readonly ReceivedFrom[], nouns: readonly ReceivedNoun[]): number =>
  received.reduce((total, { counts }) => total + nouns.reduce((own, noun) => own + counts[noun], 0), 0);

/** What was received, by what it is and by whom it is from; every number opens the list of what it counts. */
export function ReceivedCounts({ documentId, station, title, received }: ReceivedCountsProps) {
  const { t } = useMessages();
  const nouns = RECEIVED_NOUNS.filter((noun) => sum(received, [noun]) > 0);
  const senders = [...CONSTITUENCIES, null].flatMap((constituency) => {
    const count = sum(
      received.filter((one) => one.constituency === constituency),
      RECEIVED_NOUNS,
    );
    return count === 0 ? [] : [{ constituency, count }];
  });
  if (nouns.length === 0) return <p className="soft">{t('roadmap.receivedNothing')}</p>;
  return (
    <div className="roadmap-received">
      <p className="roadmap-fact">{title}</p>
      <ul className="roadmap-counts">
        {nouns.map((noun) => (
          <li key={noun}>
            <Link href={receivedAddress(documentId, station, { what: noun })}>
              {t(`roadmap.count.${noun}`, { count: sum(received, [noun]) })}
            </Link>
          </li>
        ))}
      </ul>
      {senders.length === 0 ? null : (
        <ul className="roadmap-counts roadmap-senders" aria-label={t('roadmap.from')}>
          {senders.map(({ constituency, count }) => (
            <li key={constituency ?? 'none'}>
              <Link href={receivedAddress(documentId, station, { from: constituency ?? 'none' })}>
                <ConstituencySign constituency={constituency} />{' '}
                {t('roadmap.fromOne', {
                  who: t(`terms.constituency.${constituency ?? 'none'}`),
                  number: count,
                })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
