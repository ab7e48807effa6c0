import '../../ui/words/notices.ts';
import { useEffect, useRef, useState } from 'react';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useNewestNotices } from '../../api/notices.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/button.tsx';
import { BellIcon } from '../../ui/icons.ts';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ToolCount } from '../../ui/tool-count.tsx';
import './bell.css';

const loadPanel = () => import('./notice-panel.tsx');
const NoticePanel = late(loadPanel);

/** The bell: how many notices are unread, in words for screen readers, and the newest of them at a press. */
export default function Bell({ id }: { id: DocumentId }) {
  const { t, locale } = useMessages();
  const { data } = useNewestNotices(id);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = data?.unread ?? 0;
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const more = before.current === null ? 0 : data.unread - before.current;
    before.current = data.unread;
    if (more > 0) announce(t('notices.news', { count: more }));
  }, [data, t]);
  return (
    <span className="bell">
      <IconButton
        ref={button}
        label={count === 0 ? t('notices.bellNone') : t('notices.bell', { count })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void loadPanel()}
        onFocus={() => void loadPanel()}
        onClick={() => setOpen(!open)}
      >
        <BellIcon className="icon" />
        <ToolCount count={count} locale={locale} />
      </IconButton>
      {open ? <NoticePanel id={id} anchor={button.current} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}
