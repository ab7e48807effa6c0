import { Link } from 'wouter';
import { Frame } from '../frame/frame.tsx';
import { buttonClass } from '../ui/button.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';

/** Any address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Frame>
      <NothingHere />
    </Frame>
  );
}

/** The same inside the frame of a document. */
export function NothingHere() {
  const { t } = useMessages();
  usePageTitle(t('errors.page.notFound'));
  return (
    <div className="page page-narrow stack">
      <h1 className="page-title">{t('errors.page.notFound')}</h1>
      <p className="page-lead">{t('errors.page.notFoundHelp')}</p>
      <p>
        <Link className={buttonClass('primary', false)} href="/">
          {t('errors.page.home')}
        </Link>
      </p>
    </div>
  );
}
