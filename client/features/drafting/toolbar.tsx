import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { type ReactNode, useRef } from 'react';
import type { Direction } from '../../../shared/model/paragraph.ts';
import { ACTS } from '../../editor/acts.ts';
import { setDirection, setKind } from '../../editor/commands/kind.ts';
import { canStep } from '../../editor/history.ts';
import { EDITOR_KEYS } from '../../editor/keys.ts';
import { sameToolbar, toolbarState } from '../../editor/toolbar/toolbar-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { LinkIcon } from '../../ui/icons.ts';
import { isMac, keySigns } from '../../ui/key-names.ts';
import { LazyPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import {
  BoldIcon,
  BracketsIcon,
  FindIcon,
  IndentIcon,
  ItalicIcon,
  MoreIcon,
  OutdentIcon,
  RedoIcon,
  UnderlineIcon,
  UndoIcon,
} from './icons.ts';
import { KindButton } from './kind-button.tsx';
import { loadMoreMenu } from './later.ts';
import { useEditorValue } from './use-editor-value.ts';
import { useRovingFocus } from './use-roving-focus.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly documentPath: string;
  readonly hasVersions: boolean;
  readonly onLink: () => void;
  readonly onFind: () => void;
  readonly onCopyLink: () => void;
  readonly onMove: (direction: 'up' | 'down') => void;
}

/** A dozen controls at most: above the text, at the foot of a phone. Takes no focus from the text when pointed at. */
export function Toolbar({ editor, onLink, onFind, ...more }: ToolbarProps) {
  const { t } = useMessages();
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = useRovingFocus(row);
  const state = useEditorValue(editor, toolbarState, sameToolbar);
  const canUndo = useEditorValue(editor, (now) => canStep(now, 'undo'));
  const canRedo = useEditorValue(editor, (now) => canStep(now, 'redo'));
  const text = (): HTMLElement => editor.view.dom;
  const run = (command: Command): void => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  };
  const control = (name: keyof typeof LABELS, icon: ReactNode, extra: ControlState = {}) => (
    <Control label={t(LABELS[name])} keys={EDITOR_KEYS[name]} {...extra} onPress={() => run(ACTS[name])}>
      {icon}
    </Control>
  );
  return (
    <div
      ref={row}
      className="toolbar no-print"
      role="toolbar"
      aria-label={t('drafting.toolbar.label')}
      aria-orientation="horizontal"
      onKeyDown={(event) => {
        onKeyDown(event);
        if (event.key === 'Escape') editor.view.focus();
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <KindButton state={state} text={text} onChoose={({ kind, level }) => run(setKind(kind, level))} />
      <span className="toolbar-group">
        {control('bold', <BoldIcon className="icon" aria-hidden />, { pressed: state.bold })}
        {control('italic', <ItalicIcon className="icon" aria-hidden />, { pressed: state.italic })}
        {control('underline', <UnderlineIcon className="icon" aria-hidden />, { pressed: state.underline })}
        {control('brackets', <BracketsIcon className="icon" aria-hidden />)}
        <Control
          label={t('drafting.toolbar.link')}
          keys={EDITOR_KEYS.link}
          pressed={state.link !== null}
          onPress={onLink}
        >
          <LinkIcon className="icon" aria-hidden />
        </Control>
      </span>
      <span className="toolbar-group">
        {control('outdent', <OutdentIcon className="icon icon-mirrors" aria-hidden />, {
          disabled: !state.canOutdent,
        })}
        {control('indent', <IndentIcon className="icon icon-mirrors" aria-hidden />, {
          disabled: !state.canIndent,
        })}
      </span>
      <span className="toolbar-group">
        {control('undo', <UndoIcon className="icon icon-mirrors" aria-hidden />, { disabled: !canUndo })}
        {control('redo', <RedoIcon className="icon icon-mirrors" aria-hidden />, { disabled: !canRedo })}
      </span>
      <span className="toolbar-group">
        <Control label={t('drafting.toolbar.find')} keys={EDITOR_KEYS.find} onPress={onFind}>
          <FindIcon className="icon" aria-hidden />
        </Control>
        <LazyPopup
          opens="menu"
          trigger={
            <IconButton small label={t('drafting.toolbar.more')}>
              <MoreIcon className="icon" aria-hidden />
            </IconButton>
          }
          load={loadMoreMenu}
          props={{ ...more, dir: state.dir, onDirection: (dir: Direction) => run(setDirection(dir)), text }}
        />
      </span>
    </div>
  );
}

/** Holds the toolbar's place until it comes: the text, once it stands, is not pushed down under the hand. */
export const ToolbarPlace = () => <div className="toolbar no-print" aria-hidden />;

const LABELS = {
  bold: 'drafting.toolbar.bold',
  italic: 'drafting.toolbar.italic',
  underline: 'drafting.toolbar.underline',
  brackets: 'drafting.toolbar.brackets',
  outdent: 'drafting.toolbar.outdent',
  indent: 'drafting.toolbar.indent',
  undo: 'drafting.toolbar.undo',
  redo: 'drafting.toolbar.redo',
} as const;

interface ControlState {
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

interface ControlProps extends ControlState {
  readonly label: string;
  readonly keys: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** One control. Without use at the moment it keeps its place and its focus, and says so. */
function Control({ label, keys, pressed, disabled = false, onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      className="button button-quiet button-small button-icon"
      aria-label={label}
      title={`${label} (${keySigns(keys, isMac()).join(' ')})`}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={() => (disabled ? undefined : onPress())}
    >
      {children}
    </button>
  );
}
