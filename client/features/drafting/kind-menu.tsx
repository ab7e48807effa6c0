import { Menu } from '@base-ui/react/menu';
import type { ToolbarState } from '../../editor/toolbar/toolbar-state.ts';
import { DoneIcon, OpenIcon } from '../../ui/icons.ts';
import { KeySigns } from '../../ui/key-sheet.tsx';
import { useMessages } from '../../ui/messages.ts';
import { KIND_CHOICES, type KindChoice, kindChoice } from './kinds.ts';

interface KindMenuProps {
  readonly state: Pick<ToolbarState, 'kind' | 'level'>;
  readonly onChoose: (choice: KindChoice) => void;
  /** Where the focus goes afterwards: the text. */
  readonly text: () => HTMLElement;
}

/** Kind and level of the paragraphs at the selection. */
export function KindMenu({ state, onChoose, text }: KindMenuProps) {
  const { t } = useMessages();
  const current = kindChoice(state.kind, state.level);
  const name = current === undefined ? t('drafting.toolbar.kindMixed') : t(`drafting.kind.${current.value}`);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        className="button button-quiet button-small toolbar-kind"
        aria-label={`${t('drafting.toolbar.kind')}: ${name}`}
      >
        <span className="toolbar-kind-name">{name}</span>
        <OpenIcon className="icon" aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="start">
          <Menu.Popup className="menu-popup" finalFocus={() => text()}>
            <Menu.RadioGroup
              value={current?.value ?? ''}
              onValueChange={(value) => {
                const choice = KIND_CHOICES.find((one) => one.value === value);
                if (choice !== undefined) onChoose(choice);
              }}
            >
              {KIND_CHOICES.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value} className="menu-item" closeOnClick>
                  <span className="menu-item-mark">
                    <Menu.RadioItemIndicator>
                      <DoneIcon className="icon" aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <span className="menu-item-text">{t(`drafting.kind.${choice.value}`)}</span>
                  {choice.keys === null ? null : <KeySigns keys={choice.keys} />}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
