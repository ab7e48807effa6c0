import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { failureIn } from '../../api/request.ts';
import { useEnter } from '../../api/session.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { ListSkeleton } from '../../ui/skeleton.tsx';

/** The token behind `#token=`. A fragment never leaves the browser, so no server or proxy logs it. */
export const tokenInFragment = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('token');

/** Opens an invitation: sends its token once, takes it out of the address, and leads to the document. */
export function EnterByLink() {
  const { t } = useMessages();
  const [, go] = useLocation();
  const enter = useEnter();
  const token = useRef(tokenInFragment(window.location.hash));
  const sent = useRef(false);
  useEffect(() => {
    if (token.current === null || sent.current) return;
    sent.current = true;
    window.history.replaceState(null, '', '/enter');
    enter.mutate(
      { token: token.current },
      {
        onSuccess: ({ documentId }) => go(documentId === null ? '/' : `/d/${documentId}`, { replace: true }),
      },
    );
  }, [enter.mutate, go]);
  if (token.current === null)
    return (
      <Notice tone="warn" title={t('session.noToken')}>
        <p>{t('session.noTokenHelp')}</p>
      </Notice>
    );
  if (enter.error !== null) return <FailureNotice failure={failureIn(enter.error)} />;
  return (
    <>
      <h1 className="page-title">{t('session.entering')}</h1>
      <ListSkeleton lines={2} />
    </>
  );
}
