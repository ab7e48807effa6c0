import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';

interface TakeBackProps {
  /** Name of whose position it is. */
  readonly holder: string;
  readonly busy: boolean;
  readonly onTakeBack: () => void;
}

/** Takes a position back, after saying what that means. */
export function TakeBack({ holder, busy, onTakeBack }: TakeBackProps) {
  const { t } = useMessages();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button small tone="quiet" onClick={() => setAsked(true)}>
        {t('positions.take.withdraw')}
      </Button>
    );
  return (
    <div className="take-back">
      <p className="small">{t('positions.take.withdrawHelp', { holder })}</p>
      <div className="form-actions">
        <Button
          small
          tone="danger"
          busy={busy}
          onClick={() => {
            onTakeBack();
            setAsked(false);
          }}
        >
          {t('positions.take.withdrawSure', { holder })}
        </Button>
        <Button small tone="quiet" onClick={() => setAsked(false)}>
          {t('positions.take.keep')}
        </Button>
      </div>
    </div>
  );
}
