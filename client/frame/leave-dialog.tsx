import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { failureIn } from '../api/request.ts';
import { useLeave } from '../api/session.ts';
import type { DeviceCopy } from '../editor/connection/device-copies.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { clearCopies, ownCopies } from './own-copies.ts';

/** Signs out on this device, after saying what it keeps and asking what shall become of that. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const [copies, setCopies] = useState<readonly DeviceCopy[]>([]);
  const leave = useLeave();
  const queries = useQueryClient();
  const [, go] = useLocation();
  useEffect(() => {
    let here = true;
    void ownCopies().then((found) => here && setCopies(found));
    return () => {
      here = false;
    };
  }, []);
  const unsent = copies.reduce((sum, copy) => sum + copy.unsent + copy.kept, 0);
  const leaveNow = (clear: boolean): void =>
    leave.mutate(undefined, {
      onSuccess: () => {
        go('/');
        onClose();
        void queries.resetQueries();
        if (clear) void clearCopies(copies);
        announce(t('frame.leave.left'));
      },
    });
  return (
    <Dialog open onClose={onClose} title={t('frame.leave.title')}>
      <div className="stack">
        <p>{t('frame.leave.help')}</p>
        {copies.length === 0 ? null : <p>{t('frame.leave.copies', { count: copies.length })}</p>}
        {unsent === 0 ? null : (
          <Notice tone="warn" title={t('frame.leave.unsent', { count: unsent })}>
            <p>{t('frame.leave.unsentHelp')}</p>
          </Notice>
        )}
        {leave.error === null ? null : <FailureNotice failure={failureIn(leave.error)} />}
      </div>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {copies.length === 0 ? null : (
          <Button
            tone={unsent === 0 ? 'plain' : 'danger'}
            busy={leave.isPending}
            onClick={() => leaveNow(true)}
          >
            {t('frame.leave.clear')}
          </Button>
        )}
        <Button tone="primary" busy={leave.isPending} onClick={() => leaveNow(false)}>
          {t(copies.length === 0 ? 'frame.leave.submit' : 'frame.leave.keep')}
        </Button>
      </div>
    </Dialog>
  );
}
