import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { useMessages } from '../ui/messages.ts';
import { useCurrentInView } from '../ui/use-current-in-view.ts';
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
  const tabs = shelve(documentParts(id, answer));
  const row = useCurrentInView(path, tabs.length);
  return (
    <nav ref={row} className="frame-nav" aria-label={t('frame.navigation')}>
      {tabs.map(({ shelf, parts }) => (
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
  const row = useCurrentInView(path, tab?.parts.length ?? 0);
  if (tab === undefined || tab.parts.length < 2) return null;
  return (
    <nav ref={row} className="frame-parts no-print" aria-label={t(`frame.tabs.${tab.shelf}`)}>
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
