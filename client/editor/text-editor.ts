import { Editor, Extension, getSchema } from '@tiptap/core';
import type { NewId } from '../../shared/model/ids.ts';
import type { BaseLabels } from '../../shared/text/labels.ts';
import { bindText } from './binding/bind-text.ts';
import { isFromText } from './binding/binding-state.ts';
import { documentOf } from './binding/document.ts';
import { changesPlugin } from './changes/changes-plugin.ts';
import { typedKinds } from './commands/typed-kind.ts';
import type { LiveText } from './connection/connection.ts';
import { findPlugin } from './find/find-plugin.ts';
import { isStepping } from './history.ts';
import { editorKeymap, type KeyActions } from './keymap.ts';
import { labelsPlugin } from './labels/labels-plugin.ts';
import { pastePlugin } from './paste/paste-plugin.ts';
import type { Pasted } from './paste/pasted-block.ts';
import { presencePlugin } from './presence/presence-plugin.ts';
import { textExtensions } from './schema/extensions.ts';
import { CARET_ROOM } from './scroll/caret-room.ts';
import { keepLine } from './scroll/keep-line-extension.ts';
import { strandedPlugin } from './stranded/stranded-plugin.ts';

export interface TextEditorOptions {
  readonly element: HTMLElement;
  readonly live: LiveText;
  readonly documentId: string;
  readonly editable: boolean;
  /** Undefined while it is not known yet: then no labels are shown rather than wrong ones. */
  readonly base: BaseLabels | null | undefined;
  readonly names: EditorNames;
  readonly newId: NewId;
  readonly actions: KeyActions;
  readonly onPasted: (pasted: Pasted) => void;
}

/** What screen readers are told of the text. */
export interface EditorNames {
  readonly writing: string;
  readonly reading: string;
  /** Id of the element that describes the keys. */
  readonly describedBy: string;
}

/** The binding goes first: what was done here is written before anything else looks. */
const FIRST = 2000;

/** The editor of a working text, bound to it and shown at once. `destroy()` unbinds it. */
export function createTextEditor(options: TextEditorOptions): Editor {
  const { live, newId, documentId } = options;
  const schema = getSchema(textExtensions);
  return new Editor({
    element: options.element,
    // A style element would be refused by the content security policy; client/editor/editor.css has what is needed.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: {
      keymap: false,
      clipboardTextSerializer: false,
      drop: false,
      paste: false,
      delete: false,
      textDirection: false,
    },
    extensions: [
      ...textExtensions,
      Extension.create({
        name: 'bound',
        priority: FIRST,
        addProseMirrorPlugins: () => [bindText(live.text, { newId })],
      }),
      keepLine((tr) => isFromText(tr) && !isStepping()),
      Extension.create({
        name: 'drafting',
        addProseMirrorPlugins: () => [
          editorKeymap(options.actions),
          typedKinds(),
          labelsPlugin(options.base),
          findPlugin(),
          presencePlugin(),
          changesPlugin(),
          strandedPlugin(live.text),
          pastePlugin({ document: documentId, newId, onPasted: options.onPasted }),
        ],
      }),
    ],
    content: documentOf(live.text, schema).toJSON(),
    editable: options.editable,
    editorProps: propsOf(options.editable, options.names),
  });
}

/** Turns writing on or off without taking the text off the screen. */
export function setWriting(editor: Editor, editable: boolean, names: EditorNames): void {
  if (editor.isEditable === editable) return;
  editor.setOptions({ editable, editorProps: propsOf(editable, names) });
}

const propsOf = (editable: boolean, names: EditorNames) => ({
  attributes: attributesOf(editable, names),
  scrollThreshold: CARET_ROOM,
  scrollMargin: CARET_ROOM,
});

const attributesOf = (editable: boolean, names: EditorNames): Record<string, string> =>
  editable
    ? {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': names.writing,
        'aria-describedby': names.describedBy,
        spellcheck: 'true',
      }
    : { role: 'document', 'aria-label': names.reading, tabindex: '0' };
