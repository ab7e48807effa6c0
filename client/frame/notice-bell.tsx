import { lazy, Suspense } from 'react';
import type { DocumentId } from '../../shared/model/ids.ts';
import { IconButton } from '../ui/button.tsx';
import { BellIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';

const Bell = lazy(() => import('../features/notices/bell.tsx'));

/** The bell's place: its code comes after the text, and nothing moves when it does. */
export function NoticeBell({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  const place = (
    <IconButton label={t('frame.notices')} disabled>
      <BellIcon className="icon" />
    </IconButton>
  );
  return (
    <Suspense fallback={place}>
      <Bell id={id} />
    </Suspense>
  );
}
