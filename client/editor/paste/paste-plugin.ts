import { DOMSerializer } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { NewId } from '../../../shared/model/ids.ts';
import { clipboardSerializer } from './clipboard-markup.ts';
import { copiedParagraphs, copiedText } from './copied.ts';
import { insertPasted } from './insert-pasted.ts';
import { markupFromHtml } from './markup-from-dom.ts';
import type { Pasted } from './pasted-block.ts';
import { readPastedMarkup } from './pasted-html.ts';
import { readPastedText } from './plain-text.ts';

export interface PasteOptions {
  /** The document edited here: its own cut paragraphs keep their ids. */
  readonly document: string;
  readonly newId: NewId;
  /** Told after every paste, so that what was left out can be said. */
  readonly onPasted?: (pasted: Pasted) => void;
}

/** Pasting, dropping and copying. Everything from outside is read anew; nothing of its look comes in. */
export function pastePlugin(options: PasteOptions): Plugin {
  let serializer: DOMSerializer | null = null;
  return new Plugin({
    view(view) {
      serializer = clipboardSerializer(
        DOMSerializer.fromSchema(view.state.schema),
        (fragment) => copiedParagraphs(view.state, fragment),
        options.document,
      );
      view.setProps({ clipboardSerializer: serializer });
      return {};
    },
    props: {
      // ProseMirror reads pasted markup by itself before asking; nothing is left for it to read.
      transformPastedHTML: () => '',
      clipboardTextSerializer: (slice, view) => copiedText(copiedParagraphs(view.state, slice.content)),
      handlePaste: (view, event) => paste(view, event.clipboardData, options, event),
      handleDrop(view, event, _slice, moved) {
        // Words dragged within the text are moved by ProseMirror.
        if (moved || view.dragging !== null) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place === null) return false;
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
        return paste(view, event.dataTransfer, options, null);
      },
    },
  });
}

/** Always answers true where the text may be edited: what cannot be read is left out, not given to the browser. */
function paste(
  view: EditorView,
  data: DataTransfer | null,
  options: PasteOptions,
  event: ClipboardEvent | null,
): boolean {
  if (data === null || !view.editable) return false;
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // Ctrl-Shift-V brings text alone in every browser, so markup present is markup wanted.
  const marked = html === '' ? null : readPastedMarkup(markupFromHtml(html));
  const pasted = marked !== null && marked.blocks.length > 0 ? marked : readPastedText(text);
  const tr = insertPasted(view.state, {
    blocks: pasted.blocks,
    document: options.document,
    newId: options.newId,
  });
  if (tr !== null) view.dispatch(tr);
  event?.preventDefault();
  options.onPasted?.(marked !== null ? { blocks: pasted.blocks, leftOut: marked.leftOut } : pasted);
  return true;
}
