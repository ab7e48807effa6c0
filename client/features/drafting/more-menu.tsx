import '../../ui/words/drafting.ts';
import { Menu } from '@base-ui/react/menu';
import { Link } from 'wouter';
import { DIRECTIONS, type Direction } from '../../../shared/model/paragraph.ts';
import { EDITOR_KEYS } from '../../editor/keys.ts';
import { DoneIcon } from '../../ui/icons.ts';
import { KeySigns } from '../../ui/key-sheet.tsx';
import type { FetchedPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';

export interface MoreActs {
  readonly documentPath: string;
  readonly hasVersions: boolean;
  readonly dir: Direction | null;
  readonly onDirection: (dir: Direction) => void;
  readonly onMove: (direction: 'up' | 'down') => void;
  readonly onCopyLink: () => void;
  readonly text: () => HTMLElement;
}

/** What is needed less often: direction, moving, links, and the ways to see who changed what. */
export default function MoreMenu(props: MoreActs & FetchedPopup) {
  const { t } = useMessages();
  return (
    <Menu.Root modal={false} defaultOpen={props.defaultOpen}>
      <Menu.Trigger render={props.trigger} />
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Menu.Popup className="menu-popup" finalFocus={() => props.text()}>
            <Menu.Item className="menu-item" onClick={() => props.onMove('up')}>
              <span className="menu-item-text">{t('drafting.toolbar.moveUp')}</span>
              <KeySigns keys={EDITOR_KEYS.moveUp} />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => props.onMove('down')}>
              <span className="menu-item-text">{t('drafting.toolbar.moveDown')}</span>
              <KeySigns keys={EDITOR_KEYS.moveDown} />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={props.onCopyLink}>
              <span className="menu-item-text">{t('drafting.toolbar.copyLink')}</span>
              <KeySigns keys={EDITOR_KEYS.copyLink} />
            </Menu.Item>
            <Menu.Separator className="menu-separator" />
            <Menu.Group>
              <Menu.GroupLabel className="menu-label">{t('drafting.toolbar.direction')}</Menu.GroupLabel>
              <Menu.RadioGroup
                value={props.dir ?? ''}
                onValueChange={(value) => props.onDirection(value as Direction)}
              >
                {DIRECTIONS.map((dir) => (
                  <Menu.RadioItem key={dir} value={dir} className="menu-item" closeOnClick>
                    <span className="menu-item-mark">
                      <Menu.RadioItemIndicator>
                        <DoneIcon className="icon" aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <span className="menu-item-text">{t(`drafting.dir.${dir}`)}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <Menu.Separator className="menu-separator" />
            <Menu.Item className="menu-item" render={<Link href={`${props.documentPath}/authors`} />}>
              {t('drafting.toolbar.authors')}
            </Menu.Item>
            {props.hasVersions ? (
              <Menu.Item
                className="menu-item"
                render={<Link href={`${props.documentPath}/compare?from=latest&to=working`} />}
              >
                {t('drafting.toolbar.changes')}
              </Menu.Item>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
