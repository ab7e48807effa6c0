import '../../ui/words/members.ts';
import type { FetchedPopup } from '../../ui/lazy-popup.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useMessages } from '../../ui/messages.ts';

interface MemberMenuProps extends FetchedPopup {
  readonly onReissue: () => void;
  readonly onRemove: () => void;
}

/** What may be done to a member. Drawn when its button is pressed: a list of hundreds has one open at most. */
export default function MemberMenu({ onReissue, onRemove, ...menu }: MemberMenuProps) {
  const { t } = useMessages();
  return (
    <Menu {...menu}>
      <MenuItem onSelect={onReissue}>{t('members.reissue.act')}</MenuItem>
      <MenuItem onSelect={onRemove}>{t('members.remove.act')}</MenuItem>
    </Menu>
  );
}
