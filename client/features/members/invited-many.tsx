import { useEffect, useRef } from 'react';
import type { InvitedManyAnswer } from '../../../shared/api/delegation.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { CopyIcon, DownloadIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { saveFile } from '../../ui/save-file.ts';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { invitationCsv, invitationLines } from './invitation-table.ts';

interface InvitedManyProps {
  readonly answer: InvitedManyAnswer;
  readonly onClose: () => void;
}

/** The links of many invitations: the only time they are shown. Leaving the page asks first. */
export function InvitedMany({ answer: { invited, present }, onClose }: InvitedManyProps) {
  const { t } = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  const head = [t('members.many.delegation'), t('members.name'), t('members.many.link')];
  return (
    <section className="stack" aria-labelledby="invited-many">
      <h2 className="section-title" id="invited-many" tabIndex={-1} ref={title}>
        {t('members.many.done', { count: invited.length })}
      </h2>
      <p>{t('members.many.once')}</p>
      {present.length === 0 ? null : (
        <p className="soft">
          {t('members.many.presentAfter', {
            count: present.length,
            names: present.map(({ delegation }) => delegation.name),
          })}
        </p>
      )}
      <div className="form-actions">
        <Button
          tone="primary"
          onClick={() => saveFile(invitationCsv(head, invited), 'text/csv', t('members.many.file'))}
        >
          <DownloadIcon className="icon" /> {t('members.many.save')}
        </Button>
        <Button onClick={() => void copyText(invitationLines(invited), t('members.many.copied'))}>
          <CopyIcon className="icon" /> {t('members.many.copy')}
        </Button>
        <Button onClick={onClose}>{t('members.many.close')}</Button>
      </div>
      <div className="members-tall">
        <TableScroll label={t('members.many.done', { count: invited.length })}>
          <table className="table">
            <thead>
              <tr>
                {head.map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {invited.map(({ participant, delegation, url }) => (
                <tr key={participant.id} className="members-row">
                  <th scope="row">
                    <bdi>{delegation.name}</bdi>
                  </th>
                  <td>
                    <bdi>{participant.name}</bdi>
                  </td>
                  <td>
                    <input
                      readOnly
                      dir="ltr"
                      className="field-input members-person"
                      aria-label={t('members.link.title', { name: participant.name })}
                      value={url}
                      onFocus={({ target }) => target.select()}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </section>
  );
}
