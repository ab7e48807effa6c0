import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { IconButton } from './button.tsx';

interface LazyMenuProps<Props extends object> {
  readonly label: string;
  readonly icon: ReactNode;
  /** Brings the menu itself: a module whose default export takes `defaultOpen` besides its own props. */
  readonly load: () => Promise<{ default: ComponentType<Props & { defaultOpen: boolean }> }>;
  readonly props: Props;
}

/**
 * A menu button whose menu is fetched when it is about to be used, so that reading does not wait for the code of
 * menus. The button looks and reads the same before and after.
 */
export function LazyMenu<Props extends object>({ label, icon, load, props }: LazyMenuProps<Props>) {
  const [wanted, setWanted] = useState(false);
  const Menu = useMemo(
    () => lazy(load) as unknown as ComponentType<Props & { defaultOpen: boolean }>,
    [load],
  );
  const button = (
    <IconButton
      label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {icon}
    </IconButton>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu {...props} defaultOpen />
    </Suspense>
  ) : (
    button
  );
}
