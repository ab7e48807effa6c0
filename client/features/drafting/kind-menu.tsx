import '../../ui/words/drafting.ts';
import { Menu } from '@base-ui/react/menu';
import { DoneIcon } from '../../ui/icons.ts';
import { KeySigns } from '../../ui/key-sheet.tsx';
import type { FetchedPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import { KIND_CHOICES, type KindChoice } from './kinds.ts';

interface KindMenuProps extends FetchedPopup {
  /** Value of the choice that holds now, or empty. */
  readonly current: string;
  readonly onChoose: (choice: KindChoice) => void;
  /** Where the focus goes afterwards: the text. */
  readonly text: () => HTMLElement;
}

/** Kind and level of the paragraphs at the selection. */
export default function KindMenu({ current, onChoose, text, trigger, defaultOpen }: KindMenuProps) {
  const { t } = useMessages();
  return (
    <Menu.Root modal={false} defaultOpen={defaultOpen}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="start">
          <Menu.Popup className="menu-popup" finalFocus={() => text()}>
            <Menu.RadioGroup
              value={current}
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
