import type { InvitedAnswer } from '../../../shared/api/member.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { CopyIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';

/** The link of an invitation: the only time it is shown. */
export function InvitationLink({ invited, onClose }: { invited: InvitedAnswer; onClose: () => void }) {
  const { t } = useMessages();
  const { name } = invited.participant;
  return (
    <Dialog open onClose={onClose} title={t('members.link.title', { name })}>
      <div className="form">
        <p>{t('members.link.once', { name })}</p>
        <Field label={t('members.link.label')}>
          <input readOnly dir="ltr" value={invited.url} onFocus={(event) => event.target.select()} />
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('members.link.done')}</Button>
          <Button tone="primary" onClick={() => void copyText(invited.url, t('common.linkCopied'))}>
            <CopyIcon className="icon" /> {t('members.link.copy')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
