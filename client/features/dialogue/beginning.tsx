import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { type Group, standing } from './groups.ts';

interface BeginningProps {
  readonly group: Group | null;
  readonly ready: boolean;
  readonly failed: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** Above the cards: what was said on the whole text, and words that were not sent. */
export function Beginning({ group, ready, failed, onOpen, children }: BeginningProps) {
  const { t } = useMessages();
  const count = standing(group?.threads ?? []).length;
  return (
    <div className="margin-beginning">
      <Button small tone="quiet" onClick={onOpen}>
        {t('dialogue.pane.general')}
        {count === 0 ? null : <span aria-hidden> ●{count}</span>}
        {count === 0 ? null : <span className="visually-hidden">{t('common.comments', { count })}</span>}
      </Button>
      {failed ? <p className="soft small">{t('dialogue.pane.unavailable')}</p> : null}
      {ready || failed ? null : <p className="soft small">{t('dialogue.pane.loading')}</p>}
      {children}
    </div>
  );
}
