import { useEffect, useId, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { useMessages } from './messages.ts';
import { Notice } from './notice.tsx';
import { unansweredStore } from './unanswered.ts';

/** R69: says, once on a page, why nothing comes, that it is asked for again by itself, and that nothing typed is lost. */
export function UnansweredNotice() {
  const { t } = useMessages();
  const place = useId();
  useEffect(() => unansweredStore.take(place), [place]);
  const reason = useSyncExternalStore(unansweredStore.subscribe, unansweredStore.get);
  const speaker = useSyncExternalStore(unansweredStore.subscribe, unansweredStore.speaker);
  if (reason === null || speaker !== place) return null;
  return (
    <div className="unanswered">
      <Notice tone="warn" title={t(`errors.unanswered.${reason}`)} live>
        <p>{t(`errors.unanswered.${reason === 'no-network' ? 'networkHelp' : 'help'}`)}</p>
        {reason === 'no-network' ? null : (
          <p>
            <Button small onClick={unansweredStore.ask}>
              {t('errors.unanswered.ask')}
            </Button>
          </p>
        )}
      </Notice>
    </div>
  );
}
