import '../../ui/words/notices.ts';
import { Popover } from '@base-ui/react/popover';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useNewestNotices, useReadNotices } from '../../api/notices.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';
import { NoticeLine } from './notice-line.tsx';
import './notices.css';

interface NoticePanelProps {
  readonly id: DocumentId;
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
}

/** What is new, below the bell. */
export default function NoticePanel({ id, anchor, onClose }: NoticePanelProps) {
  const { t } = useMessages();
  const { data } = useNewestNotices(id);
  const read = useReadNotices(id);
  const [location] = useLocation();
  // Whoever followed a link has left the panel.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the place changes, and only then
  useEffect(() => onClose, [location]);
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={anchor} sideOffset={6} align="end">
          <Popover.Popup className="notice-panel" finalFocus={{ current: anchor }}>
            <div className="notice-panel-head">
              <Popover.Title className="notice-panel-title">{t('notices.title')}</Popover.Title>
              {data !== undefined && data.unread > 0 ? (
                <Button small tone="quiet" busy={read.isPending} onClick={() => read.mutate('all')}>
                  {t('notices.readAll')}
                </Button>
              ) : null}
            </div>
            {data === undefined ? (
              <ListSkeleton />
            ) : data.notices.length === 0 ? (
              <p className="notice-none">{t('notices.none')}</p>
            ) : (
              <ul className="notice-list">
                {data.notices.map((view) => (
                  <li key={view.notice.id}>
                    <NoticeLine view={view} onRead={(one) => read.mutate([one])} />
                  </li>
                ))}
              </ul>
            )}
            <p className="notice-panel-foot">
              <Link href={`/d/${id}/notices`}>{t('notices.all')}</Link>
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
