import { Link } from 'wouter';
import type { MemberIdentity } from '../../shared/api/member.ts';
import { useLeave, useSession } from '../api/session.ts';
import { announce } from '../ui/announce.ts';
import { IconButton } from '../ui/button.tsx';
import { PersonIcon } from '../ui/icons.ts';
import { Menu, MenuHeading, MenuItem, MenuLink } from '../ui/menu.tsx';
import { useMessages } from '../ui/messages.ts';

/** Who one is here, and the way out. Nothing for a visitor whom nobody invited. */
export function PersonMenu({ me }: { me: MemberIdentity | null }) {
  const { t } = useMessages();
  const { data: session } = useSession();
  const leave = useLeave();
  if (session === undefined || !session.signedIn) return null;
  const name = me?.participant.name ?? session.name ?? t('frame.person.visitor');
  return (
    <Menu
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
      <MenuItem
        onSelect={() => leave.mutate(undefined, { onSuccess: () => announce(t('frame.person.left')) })}
      >
        {t('frame.person.leave')}
      </MenuItem>
    </Menu>
  );
}
