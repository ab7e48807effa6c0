import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { DoneIcon } from './icons.ts';

interface MenuProps {
  readonly trigger: ReactElement;
  /** Stands open from the first: for a menu that was fetched because its button was pressed. */
  readonly defaultOpen?: boolean;
  readonly children: ReactNode;
}

/** A menu on a button. The trigger is an element that takes a ref and button props. */
export function Menu({ trigger, defaultOpen = false, children }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Base.Popup className="menu-popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  /** A second line, said in full to screen readers as well. */
  readonly help?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, disabled = false, help, icon, children }: MenuItemProps) {
  return (
    <Base.Item className="menu-item" disabled={disabled} onClick={onSelect}>
      {icon}
      <span className="menu-item-text">
        {children}
        {help === undefined ? null : <span className="menu-item-help">{help}</span>}
      </span>
    </Base.Item>
  );
}

/** An item that leads somewhere; pass the link element, such as a router's `<Link href>`. */
export function MenuLink({ render, children }: { render: ReactElement; children: ReactNode }) {
  return (
    <Base.Item className="menu-item" render={render}>
      {children}
    </Base.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly text: string;
    readonly lang?: string;
    readonly help?: string;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of several, with a tick on the present one. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="menu-item">
            <span className="menu-item-mark">
              <Base.RadioItemIndicator>
                <DoneIcon className="icon" />
              </Base.RadioItemIndicator>
            </span>
            <span className="menu-item-text">
              <bdi lang={option.lang}>{option.text}</bdi>
              {option.help === undefined ? null : <span className="menu-item-help">{option.help}</span>}
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export const MenuSeparator = () => <Base.Separator className="menu-separator" />;

export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="menu-label">{children}</div>;
}
