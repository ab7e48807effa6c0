import { IconButton } from '../ui/button.tsx';
import { BellIcon } from '../ui/icons.ts';
import { late } from '../ui/late.tsx';
import { useMessages } from '../ui/messages.ts';

/** The bell: its code comes after the text, and nothing moves when it does. */
export const NoticeBell = late(() => import('../features/notices/bell.tsx'), {
  waiting: Place,
  missing: 'quiet',
});

function Place() {
  const { t } = useMessages();
  return (
    <IconButton label={t('frame.notices')} disabled>
      <BellIcon className="icon" />
    </IconButton>
  );
}
