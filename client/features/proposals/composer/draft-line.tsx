import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import type { HeldDraft } from './use-draft.ts';

interface DraftLineProps {
  readonly held: HeldDraft;
  readonly onDiscard: () => void;
}

/** Where the typed words are, and the way to be rid of them, which asks once more. */
export function DraftLine({ held: { draft, kept, drop }, onDiscard }: DraftLineProps) {
  const { t } = useMessages();
  const [sure, setSure] = useState(false);
  if (kept === null)
    return (
      <Button tone="quiet" onClick={onDiscard}>
        {t('common.cancel')}
      </Button>
    );
  return (
    <>
      {sure ? (
        <Button
          tone="danger"
          onClick={() => {
            drop();
            onDiscard();
          }}
        >
          {t('proposals.write.discardSure')}
        </Button>
      ) : (
        <Button tone="quiet" onClick={() => setSure(true)}>
          {t('proposals.write.discard')}
        </Button>
      )}
      {kept ? (
        <span className="soft small">
          {t('proposals.write.kept')} <Moment iso={draft.savedAt} short zone={false} />
        </span>
      ) : (
        <span className="field-error" role="alert">
          {t('proposals.write.notKept')}
        </span>
      )}
    </>
  );
}
