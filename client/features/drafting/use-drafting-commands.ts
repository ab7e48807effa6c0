import type { Editor } from '@tiptap/core';
import { useMemo, useRef } from 'react';
import { ACTS, type ActName } from '../../editor/acts.ts';
import type { KeyActions } from '../../editor/keymap.ts';
import { EDITOR_KEYS } from '../../editor/keys.ts';
import { moveByKey } from '../../editor/moving.ts';
import { type Command, useRegisterCommands } from '../../ui/commands.ts';
import { type Messages, useMessages } from '../../ui/messages.ts';

/** Catalogue key of what an act is called. */
const NAMES = {
  bold: 'drafting.toolbar.bold',
  italic: 'drafting.toolbar.italic',
  underline: 'drafting.toolbar.underline',
  brackets: 'drafting.toolbar.brackets',
  undo: 'drafting.toolbar.undo',
  redo: 'drafting.toolbar.redo',
  indent: 'drafting.toolbar.indent',
  outdent: 'drafting.toolbar.outdent',
  paragraphBelow: 'drafting.toolbar.split',
  operative: 'drafting.kind.operative',
  preambular: 'drafting.kind.preambular',
  plain: 'drafting.kind.plain',
  title: 'drafting.kind.title',
  heading1: 'drafting.kind.heading1',
  heading2: 'drafting.kind.heading2',
  heading3: 'drafting.kind.heading3',
  item: 'drafting.kind.item1',
} as const satisfies Record<ActName, unknown>;

/** Offers everything one can do with the text in the palette and on the sheet of keys. */
export function useDraftingCommands(editor: Editor | null, actions: KeyActions, editable: boolean): void {
  const { t } = useMessages();
  const latest = useRef(actions);
  latest.current = actions;
  const commands = useMemo(
    () => (editor === null ? [] : commandsOf(editor, () => latest.current, editable, t)),
    [editor, editable, t],
  );
  useRegisterCommands(commands);
}

function commandsOf(
  editor: Editor,
  actions: () => KeyActions,
  editable: boolean,
  t: Messages['t'],
): Command[] {
  const find: Command[] = [
    {
      id: 'drafting.find',
      group: 'edit',
      name: t('drafting.toolbar.find'),
      keys: EDITOR_KEYS.find,
      run: () => actions().find(),
    },
  ];
  const copyLink: Command = {
    id: 'drafting.copy-link',
    group: 'act',
    name: t('drafting.toolbar.copyLink'),
    keys: EDITOR_KEYS.copyLink,
    keysHandledElsewhere: true,
    run: () => actions().copyLink(),
  };
  if (!editable) return [...find, copyLink];
  const acts = (Object.keys(NAMES) as ActName[]).map(
    (name): Command => ({
      id: `drafting.${name}`,
      group: 'edit',
      name: t(NAMES[name]),
      keys: EDITOR_KEYS[name],
      keysHandledElsewhere: true,
      run: () => {
        editor.view.focus();
        ACTS[name](editor.state, editor.view.dispatch, editor.view);
      },
    }),
  );
  const moves = (['up', 'down'] as const).map(
    (direction): Command => ({
      id: `drafting.move-${direction}`,
      group: 'edit',
      name: t(direction === 'up' ? 'drafting.toolbar.moveUp' : 'drafting.toolbar.moveDown'),
      keys: direction === 'up' ? EDITOR_KEYS.moveUp : EDITOR_KEYS.moveDown,
      keysHandledElsewhere: true,
      run: () => {
        editor.view.focus();
        moveByKey(direction, actions().moved)(editor.state, editor.view.dispatch);
      },
    }),
  );
  const link: Command = {
    id: 'drafting.link',
    group: 'edit',
    name: t('drafting.toolbar.link'),
    keys: EDITOR_KEYS.link,
    keysHandledElsewhere: true,
    run: () => actions().link(),
  };
  return [...find, copyLink, ...acts, ...moves, link];
}
