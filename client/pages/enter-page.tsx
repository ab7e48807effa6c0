import { EnterByLink } from '../features/session/enter-by-link.tsx';
import { Frame } from '../frame/frame.tsx';
import { useMessages } from '../ui/messages.ts';
import { usePageTitle } from '../ui/page-title.ts';

/** `/enter#token=…`: where an invitation link leads. */
export function EnterPage() {
  const { t } = useMessages();
  usePageTitle(t('session.entering'));
  return (
    <Frame>
      <div className="page page-narrow stack">
        <EnterByLink />
      </div>
    </Frame>
  );
}
