import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/messages.ts';

interface ConfirmProps {
  readonly title: string;
  /** What will happen and what will be recorded. */
  readonly help: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly failure: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an act that touches somebody else. */
export function Confirm({ title, help, submit, danger = false, busy, failure, ...acts }: ConfirmProps) {
  const { t } = useMessages();
  return (
    <Dialog open onClose={acts.onClose} title={title}>
      <p>{help}</p>
      {failure}
      <div className="dialog-actions">
        <Button onClick={acts.onClose}>{t('common.cancel')}</Button>
        <Button tone={danger ? 'danger' : 'primary'} busy={busy} onClick={acts.onConfirm}>
          {submit}
        </Button>
      </div>
    </Dialog>
  );
}
