import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useConfirmMail } from '../../api/mail.ts';
import { failureIn } from '../../api/request.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';

/** Confirms an address for whoever opens the link of the mail; its token leaves the address bar at once. */
export function ConfirmAddress() {
  const { t } = useMessages();
  const { mutate, data, error } = useConfirmMail();
  const token = useRef(new URLSearchParams(location.hash.slice(1)).get('token'));
  const sent = useRef(false);
  useEffect(() => {
    if (token.current === null || sent.current) return;
    sent.current = true;
    history.replaceState(null, '', location.pathname);
    mutate({ token: token.current });
  }, [mutate]);
  if (token.current === null) return <Notice tone="warn">{t('notices.mail.noToken')}</Notice>;
  if (error !== null) return <FailureNotice failure={failureIn(error)} />;
  if (data === undefined) return <p>{t('notices.mail.confirming')}</p>;
  return (
    <Notice>
      <p>{t('notices.mail.done')}</p>
      <p>
        <Link href={`/d/${data.documentId}/notices`}>{t('notices.mail.toSettings')}</Link>
      </p>
    </Notice>
  );
}
