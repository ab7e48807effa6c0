import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';

/** Starts again, after asking once. */
export function StartAgain({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {t('statements.read.again')}
      </Button>
    );
  return (
    <>
      <span>{t('statements.read.againSure')}</span>
      <Button tone="danger" onClick={onDiscard}>
        {t('statements.read.discard')}
      </Button>
      <Button tone="quiet" onClick={() => setAsking(false)}>
        {t('common.cancel')}
      </Button>
    </>
  );
}
