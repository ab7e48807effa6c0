import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  currentMatch,
  finding,
  selectMatch,
  selectNearest,
  setQuery,
} from '../../editor/find/find-plugin.ts';
import { NO_QUERY } from '../../editor/find/matching.ts';
import { replaceCurrent, replaceEvery } from '../../editor/find/replacing.ts';
import { showSelection } from '../../editor/scroll/show-selection.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { NextIcon, PreviousIcon } from './icons.ts';
import { useEditorValue } from './use-editor-value.ts';

interface FindPanelProps {
  readonly editor: Editor;
  readonly editable: boolean;
  /** Opened by the key for replacing: the second field gets the focus if the first is filled. */
  readonly replacing: boolean;
  /** Changes whenever the keys are pressed again, so that the field takes the focus again. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Find and replace in a panel of its own: it covers no text and takes no focus from it but its fields. */
export function FindPanel({ editor, editable, replacing, asked, onClose }: FindPanelProps) {
  const { t } = useMessages();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const replaceField = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => selectedWords(editor));
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(false);
  const count = useEditorValue(editor, (state) => finding(state).matches.length);
  const current = useEditorValue(editor, currentMatch);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again shall focus again
  useEffect(() => {
    const into = replacing && text !== '' ? replaceField.current : field.current;
    into?.focus();
    into?.select();
  }, [asked, replacing]);

  useEffect(() => {
    editor.view.dispatch(setQuery(editor.state.tr, { text, matchCase, wholeWord }));
    if (text !== '' && selectNearest(editor.state, editor.view.dispatch)) showSelection(editor.view);
  }, [editor, text, matchCase, wholeWord]);

  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(setQuery(editor.state.tr, NO_QUERY));
    },
    [editor],
  );

  const go = (direction: 'next' | 'previous'): void => {
    if (selectMatch(editor.state, direction, editor.view.dispatch)) showSelection(editor.view);
  };
  const close = (): void => {
    onClose();
    editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      go(event.shiftKey ? 'previous' : 'next');
    } else if (event.key === 'F3') {
      event.preventDefault();
      go(event.shiftKey ? 'previous' : 'next');
    }
  };
  const replaceOne = (): void => {
    const tr = replaceCurrent(editor.state, replacement);
    if (tr === null) go('next');
    else {
      editor.view.dispatch(tr);
      showSelection(editor.view);
    }
  };
  const replaceAll = (): void => {
    const { tr, count: replaced } = replaceEvery(editor.state, replacement);
    if (replaced === 0) return;
    editor.view.dispatch(tr);
    announce(t('drafting.find.replaced', { count: replaced }));
  };
  const where =
    text === ''
      ? ''
      : count === 0
        ? t('drafting.find.none')
        : current < 0
          ? t('drafting.find.count', { count })
          : t('drafting.find.at', { current: current + 1, count });

  return (
    <section className="find-panel no-print" aria-label={t('drafting.find.title')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <label className="visually-hidden" htmlFor={`${id}-find`}>
          {t('drafting.find.find')}
        </label>
        <input
          id={`${id}-find`}
          ref={field}
          className="field-input"
          placeholder={t('drafting.find.find')}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="find-where" role="status">
          {where}
        </span>
        <IconButton small label={t('drafting.find.previous')} onClick={() => go('previous')}>
          <PreviousIcon className="icon" aria-hidden />
        </IconButton>
        <IconButton small label={t('drafting.find.next')} onClick={() => go('next')}>
          <NextIcon className="icon" aria-hidden />
        </IconButton>
        <IconButton small label={t('common.close')} onClick={close}>
          <CloseIcon className="icon" aria-hidden />
        </IconButton>
      </div>
      {editable ? (
        <div className="find-row">
          <label className="visually-hidden" htmlFor={`${id}-replace`}>
            {t('drafting.find.replace')}
          </label>
          <input
            id={`${id}-replace`}
            ref={replaceField}
            className="field-input"
            placeholder={t('drafting.find.replace')}
            dir="auto"
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') replaceOne();
            }}
          />
          <Button small onClick={replaceOne}>
            {t('drafting.find.replaceOne')}
          </Button>
          <Button small onClick={replaceAll}>
            {t('drafting.find.replaceAll')}
          </Button>
        </div>
      ) : null}
      <div className="find-row">
        <label className="find-option">
          <input
            type="checkbox"
            checked={matchCase}
            onChange={(event) => setMatchCase(event.target.checked)}
          />
          {t('drafting.find.matchCase')}
        </label>
        <label className="find-option">
          <input
            type="checkbox"
            checked={wholeWord}
            onChange={(event) => setWholeWord(event.target.checked)}
          />
          {t('drafting.find.wholeWord')}
        </label>
      </div>
    </section>
  );
}

/** Longest selection that is taken for what somebody looks for, in characters. */
const LONGEST_TAKEN = 80;

function selectedWords(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  if (!$from.sameParent($to) || to - from > LONGEST_TAKEN) return '';
  return editor.state.doc.textBetween(from, to);
}
