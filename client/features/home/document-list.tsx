import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DocumentCard as Card } from '../../../shared/api/document.ts';
import { dateInUtc } from '../../../shared/messages/moments.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { PhaseBadge } from '../../ui/phase-badge.tsx';
import './home.css';

interface DocumentListProps {
  readonly documents: readonly Card[];
  /** What waits for the visitor in a document they take part in. */
  readonly waiting?: ((card: Card) => ReactNode) | undefined;
}

/** The documents open to the visitor, each with its phase, deadline and latest version. */
export function DocumentList({ documents, waiting }: DocumentListProps) {
  const { t } = useMessages();
  if (documents.length === 0)
    return (
      <Notice title={t('home.empty')}>
        <p>{t('home.emptyHelp')}</p>
      </Notice>
    );
  return (
    <ul className="home-list">
      {documents.map((card) => (
        <DocumentCard key={card.id} card={card} waiting={waiting} />
      ))}
    </ul>
  );
}

function DocumentCard({ card, waiting }: { card: Card } & Pick<DocumentListProps, 'waiting'>) {
  const { t, locale } = useMessages();
  const { latestVersion: latest } = card;
  return (
    <li className="home-card">
      <div className="home-card-head">
        <h2 className="home-card-title" dir="auto">
          <Link href={`/d/${card.id}`}>{card.title}</Link>
        </h2>
        <PhaseBadge document={card} />
        {card.sample ? <span className="badge">{t('frame.sample')}</span> : null}
      </div>
      <p className="home-card-facts">
        <span>
          {latest === null
            ? t('home.noVersion')
            : t('home.latest', { name: latest.name, date: dateInUtc(latest.publishedAt, locale) })}
        </span>
        {card.versions > 1 ? (
          <Link href={`/d/${card.id}/versions`}>{t('home.versions', { count: card.versions })}</Link>
        ) : null}
        <span>
          {card.role === null ? t('home.reader') : t('home.asRole', { role: t(`terms.role.${card.role}`) })}
        </span>
      </p>
      {card.role === null ? null : waiting?.(card)}
    </li>
  );
}
