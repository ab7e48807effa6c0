import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { LazyPopup } from './lazy-popup.tsx';

interface LazyMenuProps<Props extends object> {
  readonly label: string;
  readonly icon: ReactNode;
  /** Brings the menu itself: a module whose default export takes `defaultOpen` besides its own props. */
  readonly load: () => Promise<{ default: (props: Props & { defaultOpen: boolean }) => ReactNode }>;
  readonly props: Props;
}

/** A menu on a button with an icon, fetched when it is about to be used. */
export const LazyMenu = <Props extends object>({ label, icon, load, props }: LazyMenuProps<Props>) => (
  <LazyPopup opens="menu" trigger={<IconButton label={label}>{icon}</IconButton>} load={load} props={props} />
);
