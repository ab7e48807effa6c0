import { useEffect, useMemo, useState } from 'react';
import { allCommands, type Command, useRegisterCommands } from './commands.ts';
import { isMac, matchesKeys } from './key-names.ts';
import { late } from './late.tsx';
import { useMessages } from './messages.ts';

const Palette = late(() => import('./palette.tsx'), { missing: 'floating' });
const KeySheet = late(() => import('./key-sheet.tsx'), { missing: 'floating' });

/** Where typing means words and not commands. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Listens to the keys of all commands; shows the palette (Mod+K) and the sheet of keys (?). One for the page. */
export function Shortcuts() {
  const { t } = useMessages();
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const own = useMemo<readonly Command[]>(
    () => [
      {
        id: 'palette.open',
        group: 'view',
        name: t('palette.showPalette'),
        keys: 'Mod+K',
        run: () => setShown('palette'),
      },
      {
        id: 'palette.keys',
        group: 'view',
        name: t('palette.showKeys'),
        keys: '?',
        run: () => setShown('keys'),
      },
    ],
    [t],
  );
  useRegisterCommands(own);
  useEffect(() => {
    const mac = isMac();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && takesText(event.target)) return;
      const command = allCommands().findLast(
        ({ keys, keysHandledElsewhere }) =>
          keys !== undefined && keysHandledElsewhere !== true && matchesKeys(event, keys, mac),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const close = (): void => setShown(null);
  return (
    <>
      {shown === 'palette' ? <Palette onClose={close} /> : null}
      {shown === 'keys' ? <KeySheet onClose={close} /> : null}
    </>
  );
}

/** Opens the palette from a button. */
export const openPalette = (): void =>
  allCommands()
    .find(({ id }) => id === 'palette.open')
    ?.run();
