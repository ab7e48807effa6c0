import { useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { useMessages } from './messages.ts';
import { Notice } from './notice.tsx';
import { releaseStore } from './release.ts';

/** Stands in the place of a part whose code could not be fetched: why, what was kept, and what to do. */
export function MissingCode({ onRetry }: { onRetry: () => void }) {
  const superseded = useSyncExternalStore(releaseStore.subscribe, releaseStore.get);
  const { t } = useMessages();
  if (superseded) return <NewerRelease />;
  return (
    <Notice tone="error" title={t('errors.title.offline')} live>
      <p>{t('errors.page.missing')}</p>
      <p>
        <Button small onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </p>
    </Notice>
  );
}

/** The same for a part that would lie over the page: it hides nothing, and can be put away. */
export function MissingOverlay({
  onRetry,
  onClose,
}: {
  onRetry: () => void;
  onClose: (() => void) | undefined;
}) {
  const { t } = useMessages();
  return (
    <div className="missing-overlay no-print">
      <MissingCode onRetry={onRetry} />
      {onClose === undefined ? null : (
        <IconButton small label={t('common.close')} onClick={onClose}>
          <CloseIcon className="icon" />
        </IconButton>
      )}
    </div>
  );
}

/** Offers the newer release where nothing on the page stands for what is missing. One for the page. */
export function ReleaseOffer() {
  const [isAway, setIsAway] = useState(false);
  const offered = useSyncExternalStore(releaseStore.subscribe, releaseStore.isOffered);
  return offered && !isAway ? (
    <MissingOverlay onRetry={() => undefined} onClose={() => setIsAway(true)} />
  ) : null;
}

/** Words in the text and in drafts are on this device; where some are not, leaving the page asks first. */
function NewerRelease() {
  const { t } = useMessages();
  return (
    <Notice title={t('errors.page.newer')} live>
      <p>{t('errors.page.newerHelp')}</p>
      <p>
        <Button small tone="primary" onClick={() => window.location.reload()}>
          {t('errors.page.reload')}
        </Button>
      </p>
    </Notice>
  );
}
