import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useMessages } from '../ui/messages.ts';
import { type DocumentPartLink, documentParts, shelve } from './document-parts.ts';

interface DocumentTabsProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
  /** The path of this site that is shown. */
  readonly path: string;
}

const isCurrent = (path: string) => (link: DocumentPartLink) => link.current(path);

/** A tab for every kind of work on a document; it leads to the first of its parts. */
export function DocumentTabs({ id, answer, path }: DocumentTabsProps) {
  const { t } = useMessages();
  return (
    <nav className="frame-nav" aria-label={t('frame.navigation')}>
      {shelve(documentParts(id, answer)).map(({ shelf, parts }) => (
        <Link
          key={shelf}
          href={parts[0]?.href ?? ''}
          aria-current={parts.some(isCurrent(path)) ? (parts.length > 1 ? 'true' : 'page') : undefined}
          data-name={t(`frame.tabs.${shelf}`)}
        >
          {t(`frame.tabs.${shelf}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The parts behind the tab one is at, where there are several. */
export function PartsOfTab({ id, answer, path }: DocumentTabsProps) {
  const { t } = useMessages();
  const tab = shelve(documentParts(id, answer)).find(({ parts }) => parts.some(isCurrent(path)));
  if (tab === undefined || tab.parts.length < 2) return null;
  return (
    <nav className="frame-parts no-print" aria-label={t(`frame.tabs.${tab.shelf}`)}>
      {tab.parts.map(({ part, href, current }) => (
        <Link
          key={part}
          href={href}
          aria-current={current(path) ? 'page' : undefined}
          data-name={t(`frame.${part}`)}
        >
          {t(`frame.${part}`)}
        </Link>
      ))}
    </nav>
  );
}
