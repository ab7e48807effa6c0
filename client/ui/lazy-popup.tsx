import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useState,
} from 'react';
import { announce } from './announce.ts';
import { useMessages } from './messages.ts';
import { codeIsMissing } from './release.ts';

/** What a popup that was fetched for its button is given besides its own props. */
export interface FetchedPopup {
  /** The button itself: the popup draws it from now on. */
  readonly trigger: ReactElement;
  /** True: it was fetched because the button was pressed. */
  readonly defaultOpen: boolean;
}

interface LazyPopupProps<Props extends object> {
  /** A button, or a component that takes the props of one. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly opens: 'menu' | 'dialog';
  /** Brings the popup: a module whose default export takes `FetchedPopup` besides its own props. */
  readonly load: () => Promise<{ default: (props: Props & FetchedPopup) => ReactNode }>;
  readonly props: Props;
}

/**
 * A button whose menu or panel is fetched when it is about to be used, so that text does not wait for the code of
 * popups. The button looks and reads the same before and after; without a connection it says so and can be pressed
 * again.
 */
export function LazyPopup<Props extends object>({ trigger, opens, load, props }: LazyPopupProps<Props>) {
  const { t } = useMessages();
  const [fetched, setFetched] = useState<{ Popup: (props: Props & FetchedPopup) => ReactNode } | null>(null);
  if (fetched !== null) return <fetched.Popup {...props} trigger={trigger} defaultOpen />;
  const ahead = (): void => void load().catch(() => undefined);
  const open = (): void =>
    void load().then(
      ({ default: Popup }) => setFetched({ Popup }),
      () => {
        codeIsMissing({ offer: true });
        announce(t('errors.title.offline'));
      },
    );
  return cloneElement(trigger, {
    'aria-haspopup': opens,
    'aria-expanded': false,
    onPointerEnter: ahead,
    onFocus: ahead,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (opens !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      open();
    },
  });
}
