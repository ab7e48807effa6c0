import '../../ui/words/waiting.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { WaitingAnswer } from '../../../shared/api/waiting.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuLink } from '../../ui/menu.tsx';
import { useMessages } from '../../ui/messages.ts';
import { waitingAddress } from './waiting-address.ts';
import { sayWaiting } from './waiting-words.ts';

interface WaitingMenuProps {
  readonly documentId: DocumentId;
  readonly waiting: WaitingAnswer['waiting'];
  readonly label: string;
  readonly icon: ReactNode;
  readonly defaultOpen: boolean;
}

/** What waits, as a menu of links. */
export default function WaitingMenu({ documentId, waiting, label, icon, defaultOpen }: WaitingMenuProps) {
  const { t, locale } = useMessages();
  return (
    <Menu defaultOpen={defaultOpen} trigger={<IconButton label={label}>{icon}</IconButton>}>
      <MenuHeading>{t('waiting.title')}</MenuHeading>
      {waiting.map((one) => (
        <MenuLink key={one.what} render={<Link href={waitingAddress(documentId, one)} />}>
          {sayWaiting({ t, locale }, one)}
        </MenuLink>
      ))}
    </Menu>
  );
}
