import { useState } from 'react';
import { Link } from 'wouter';
import type { MemberIdentity } from '../../shared/api/member.ts';
import type { Session } from '../../shared/api/session.ts';
import { IconButton } from '../ui/button.tsx';
import { PersonIcon } from '../ui/icons.ts';
import { Menu, MenuHeading, MenuItem, MenuLink } from '../ui/menu.tsx';
import { useMessages } from '../ui/messages.ts';
import { LeaveDialog } from './leave-dialog.tsx';

interface PersonMenuProps {
  readonly me: MemberIdentity | null;
  readonly session: Session;
  readonly name: string;
  readonly defaultOpen: boolean;
}

/** Who one is here, and the way out. */
export default function PersonMenu({ me, session, name, defaultOpen }: PersonMenuProps) {
  const { t } = useMessages();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Menu
        defaultOpen={defaultOpen}
        trigger={
          <IconButton label={t('frame.person.menu', { name })}>
            <PersonIcon className="icon" />
          </IconButton>
        }
      >
        <MenuHeading>
          <bdi>{name}</bdi>
          {me === null ? null : (
            <span className="menu-item-help">
              {t('frame.person.as', {
                role: t(`terms.role.${me.participant.role}`),
                delegation: me.delegation.name,
              })}
            </span>
          )}
        </MenuHeading>
        {session.demo ? <MenuLink render={<Link href="/" />}>{t('frame.person.switchDemo')}</MenuLink> : null}
        <MenuItem onSelect={() => setLeaving(true)}>{t('frame.leave.open')}</MenuItem>
      </Menu>
      {leaving ? <LeaveDialog onClose={() => setLeaving(false)} /> : null}
    </>
  );
}
