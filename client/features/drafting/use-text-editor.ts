import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BaseLabels } from '../../../shared/text/labels.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { setBaseLabels } from '../../editor/labels/labels-plugin.ts';
import { cursorsOf } from '../../editor/presence/others.ts';
import { setCursors } from '../../editor/presence/presence-plugin.ts';
import { reportCaret } from '../../editor/presence/report-caret.ts';
import {
  createTextEditor,
  type EditorNames,
  setWriting,
  type TextEditorOptions,
} from '../../editor/text-editor.ts';
import { useObservable } from './use-observable.ts';

interface UseTextEditor extends Pick<TextEditorOptions, 'documentId' | 'newId' | 'actions' | 'onPasted'> {
  readonly connection: Connection;
  readonly host: RefObject<HTMLElement | null>;
  readonly base: BaseLabels | null | undefined;
  readonly names: EditorNames;
}

/**
 * The editor of the live text, in the host element. Null until there is a text to show; made anew where the
 * connection starts from a new copy. What it is given later (labels, permission, others) reaches it as it stands.
 */
export function useTextEditor(options: UseTextEditor): Editor | null {
  const { connection, host, base, names } = options;
  const live = useObservable(connection.live);
  const editable = useObservable(connection.editable);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    const element = host.current;
    if (live === null || element === null) return;
    const made = createTextEditor({
      ...latest.current,
      element,
      live,
      editable: connection.editable.get(),
      actions: relay(() => latest.current.actions),
      onPasted: (pasted) => latest.current.onPasted(pasted),
    });
    setEditor(made);
    const stopReporting = reportCaret(made, connection);
    return () => {
      stopReporting();
      setEditor(null);
      made.destroy();
    };
  }, [live, connection, host]);

  useEffect(() => {
    if (editor !== null) setWriting(editor, editable, names);
  }, [editor, editable, names]);

  useEffect(() => {
    if (editor !== null && base !== undefined) editor.view.dispatch(setBaseLabels(editor.state.tr, base));
  }, [editor, base]);

  useEffect(() => {
    if (editor === null) return;
    let last = { doc: editor.state.doc, drawn: '[]' };
    const show = (): void => {
      const { doc } = editor.state;
      const cursors = cursorsOf(doc, connection.others.get(), Date.now());
      const drawn = JSON.stringify(cursors);
      if (last.doc === doc && last.drawn === drawn) return;
      last = { doc, drawn };
      editor.view.dispatch(setCursors(editor.state.tr, cursors));
    };
    show();
    return connection.others.subscribe(show);
  }, [editor, connection]);

  return editor;
}

/** Actions that are looked up when they are called, so that the editor is not made anew with each render. */
const relay = (now: () => TextEditorOptions['actions']): TextEditorOptions['actions'] => ({
  find: () => now().find(),
  replace: () => now().replace(),
  findAgain: (direction) => now().findAgain(direction),
  link: () => now().link(),
  toolbar: () => now().toolbar(),
  copyLink: () => now().copyLink(),
  moved: (index, count) => now().moved(index, count),
});
