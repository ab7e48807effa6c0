import { Fragment } from 'react';
import { useCommands } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { isMac, keySigns } from './key-names.ts';
import { useMessages } from './messages.ts';

export function KeySigns({ keys }: { keys: string }) {
  return (
    <span dir="ltr">
      {keySigns(keys, isMac()).map((sign) => (
        <Fragment key={sign}>
          <kbd className="kbd">{sign}</kbd>{' '}
        </Fragment>
      ))}
    </span>
  );
}

/** All commands that have keys. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const commands = useCommands().filter(({ keys }) => keys !== undefined);
  return (
    <Dialog open onClose={onClose} title={t('palette.keysTitle')}>
      <dl className="shortcut-list">
        {commands.map(({ id, name, keys }) => (
          <Fragment key={id}>
            <dt>{name}</dt>
            <dd>
              <KeySigns keys={keys ?? ''} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
