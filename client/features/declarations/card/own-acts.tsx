import { useState } from 'react';
import { Link } from 'wouter';
import { actsFor } from '../../../../shared/domain/holder.ts';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import type { IsoTime } from '../../../../shared/model/ids.ts';
import { useWithdrawDeclaration } from '../../../api/declarations.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { correctionAddress } from '../addresses.ts';
import { holderName } from '../record.ts';

interface OwnActsProps {
  readonly row: Declaration;
  readonly view: RegisterView;
  readonly mayFile: boolean;
}

/** Whether a visitor speaks for whoever holds a declaration, by this device's clock; the server judges. */
export function speaksForHolder(
  { me, rows }: Pick<RegisterView, 'me' | 'rows'>,
  { holder }: Pick<Declaration, 'holder'>,
): boolean {
  if (me === null) return false;
  const group = holder.noun === 'group' ? rows.group.get(holder.id) : undefined;
  return actsFor(holder, me.delegation.id, group, new Date().toISOString() as IsoTime);
}

/** What whoever speaks for its holder may do: correct it, or withdraw it after being told what that records. */
export function OwnActs({ row, view, mayFile }: OwnActsProps) {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdrawDeclaration(row.documentId);
  if (!mayFile || row.withdrawnAt !== null || !speaksForHolder(view, row)) return null;
  const submit = (): void =>
    withdraw.mutate(row.id, {
      onSuccess: () => {
        setAsking(false);
        announce(t('declarations.withdrawing.done'));
      },
    });
  return (
    <>
      <Link className={buttonClass('plain', true)} href={correctionAddress(row.documentId, row.id)}>
        {t('declarations.card.correct')}
      </Link>
      <Button small onClick={() => setAsking(true)}>
        {t('declarations.card.withdraw')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('declarations.withdrawing.title')}>
        <p>{t('declarations.withdrawing.records', { holder: holderName(view, row) })}</p>
        {withdraw.error === null ? null : <FailureNotice failure={failureIn(withdraw.error)} />}
        <div className="dialog-actions">
          <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button tone="danger" busy={withdraw.isPending} onClick={submit}>
            {t('declarations.withdrawing.submit')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
