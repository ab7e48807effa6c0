import '../ui/words/notices.ts';
import { ConfirmAddress } from '../features/notices/confirm-address.tsx';
import { Frame } from '../frame/frame.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';

/** `/confirm-mail#token=…`: where the link of a mail leads that asks for an address, signed in or not. */
export default function ConfirmMailPage() {
  const { t } = useMessages();
  usePageTitle(t('notices.mail.confirmTitle'));
  return (
    <Frame>
      <div className="page page-narrow stack">
        <h1 className="page-title">{t('notices.mail.confirmTitle')}</h1>
        <ConfirmAddress />
      </div>
    </Frame>
  );
}
