import './waiting.css';
import '../../ui/words/waiting.ts';
import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useWaiting } from '../../api/waiting.ts';
import { useMessages } from '../../ui/messages.ts';
import { waitingAddress } from './waiting-address.ts';
import { sayWaiting } from './waiting-words.ts';

/** What waits for the visitor in a document: a short list, each entry opening what it counts. Nothing where nothing waits. */
export default function WaitingList({ documentId }: { documentId: DocumentId }) {
  const { t, locale } = useMessages();
  const { data } = useWaiting(documentId, true);
  if (data === undefined || data.waiting.length === 0) return null;
  return (
    <section className="waiting" aria-label={t('waiting.title')}>
      <span className="waiting-title">{t('waiting.title')}</span>
      <ul>
        {data.waiting.map((one) => (
          <li key={one.what}>
            <Link href={waitingAddress(documentId, one)}>{sayWaiting({ t, locale }, one)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
