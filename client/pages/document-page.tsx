import type { ReactNode } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { Action } from '../../shared/policy/table.ts';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { ListSkeleton } from '../ui/skeleton.tsx';

interface DocumentPageProps {
  readonly title: string;
  readonly answer: DocumentAnswer | undefined;
  /** What one must be allowed to see this page; the server's answer decides, and gives the reason. */
  readonly action: Action;
  /** Beside the title. */
  readonly acts?: ReactNode;
  readonly lead?: string;
  /** Takes the whole width: for tables. */
  readonly wide?: boolean;
  readonly children: (answer: DocumentAnswer) => ReactNode;
}

/** A page about one document: its title, and its content once it is known that one may see it. */
export function DocumentPage({
  title,
  answer,
  action,
  acts,
  lead,
  wide = false,
  children,
}: DocumentPageProps) {
  const { t } = useMessages();
  usePageTitle(title, answer?.document.title);
  const permission = answer?.abilities[action];
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <div className="page-head">
        <h1 className="page-title">{title}</h1>
        {permission?.allowed === true ? acts : null}
      </div>
      {lead === undefined ? null : <p className="page-lead">{lead}</p>}
      <div className="page-content">
        {answer === undefined || permission === undefined ? (
          <ListSkeleton />
        ) : permission.allowed ? (
          children(answer)
        ) : (
          <Notice tone="warn" title={t('errors.title.not-permitted')}>
            <p>{t(`reasons.${permission.reason}`)}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
