import { Dialog as Base } from '@base-ui/react/dialog';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { COMMAND_GROUPS, type Command, groupName, useCommands } from './commands.ts';
import { KeySigns } from './key-sheet.tsx';
import { useMessages } from './messages.ts';

/** Every word typed stands somewhere in the name. */
const fits = (name: string, typed: string): boolean =>
  typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => name.toLocaleLowerCase().includes(word));

/** Every act of this page by name: a dialog with one field and a list (ARIA combobox pattern). */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const listId = useId();
  const commands = useCommands();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () =>
      COMMAND_GROUPS.flatMap((group) =>
        commands.filter(
          (command) =>
            command.group === group && command.id !== 'palette.open' && fits(command.name, typed.trim()),
        ),
      ),
    [commands, typed],
  );
  const active = Math.min(at, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[active]);
    }
  };
  return (
    <Base.Root open onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className="dialog-popup palette">
          <Base.Title className="visually-hidden">{t('palette.title')}</Base.Title>
          <input
            className="palette-input"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
            aria-autocomplete="list"
            aria-label={t('palette.placeholder')}
            placeholder={t('palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
          />
          <div className="palette-list" id={listId} role="listbox" aria-label={t('palette.title')}>
            {found.map((command, k) => (
              <PaletteOption
                key={command.id}
                id={`${listId}-${k}`}
                command={command}
                first={found[k - 1]?.group !== command.group}
                selected={k === active}
                onChoose={() => run(command)}
                onPoint={() => setAt(k)}
              />
            ))}
          </div>
          {found.length === 0 ? <p className="palette-empty">{t('palette.empty')}</p> : null}
          <span className="visually-hidden" role="status">
            {t('palette.results', { count: found.length })}
          </span>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly command: Command;
  /** Begins its group: the group's name stands above. */
  readonly first: boolean;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

function PaletteOption({ id, command, first, selected, onChoose, onPoint }: PaletteOptionProps) {
  const { t } = useMessages();
  return (
    <>
      {first ? (
        <div className="palette-group" role="presentation">
          {t(groupName(command.group))}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys (combobox pattern) */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (combobox pattern) */}
      <div
        id={id}
        role="option"
        aria-selected={selected}
        className="palette-option"
        onClick={onChoose}
        onPointerMove={onPoint}
      >
        <span>{command.name}</span>
        {command.keys === undefined ? null : <KeySigns keys={command.keys} />}
      </div>
    </>
  );
}
