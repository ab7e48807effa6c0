import type { Editor } from '@tiptap/core';
import { indexLive } from '../../../shared/anchor/live-text.ts';
import { makeAnchor } from '../../../shared/anchor/make-anchor.ts';
import { relativeRange } from '../../../shared/anchor/relative.ts';
import { resolveAnchor } from '../../../shared/anchor/resolve.ts';
import type { Place } from '../../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { LiveText } from '../../editor/connection/connection.ts';
import { conversationMarks, setMarks } from '../../editor/conversation/marks-plugin.ts';
import { labelsIn } from '../../editor/labels/labels-plugin.ts';
import { positionOfParagraph } from '../../editor/outline/outline.ts';
import { headOf } from '../../editor/schema/paragraph.ts';
import type { ParagraphCounts, SurfaceParagraph, TextSurface } from '../../ui/text-surface.ts';

/** The live working text as the conversation beside it sees it. `end` takes the marks off again. */
export function draftSurface(
  documentId: DocumentId,
  editor: Editor,
  live: LiveText,
  host: HTMLElement,
  onCounts: (counts: ReadonlyMap<ParagraphId, ParagraphCounts>) => void,
): { readonly surface: TextSurface; end(): void } {
  const marks = conversationMarks();
  editor.registerPlugin(marks);
  let known: { doc: unknown; labels: unknown; paragraphs: readonly SurfaceParagraph[] } | null = null;
  const paragraphs = (): readonly SurfaceParagraph[] => {
    const { doc } = editor.state;
    const labels = labelsIn(editor.state);
    if (known?.doc === doc && known.labels === labels) return known.paragraphs;
    const read = doc.children.map((node, k): SurfaceParagraph => {
      const { id, from, kind, level } = headOf(node);
      return { id, from, kind, level, label: labels[k] ?? '', text: node.textContent };
    });
    known = { doc, labels, paragraphs: read };
    return read;
  };
  /** Labels come from the screen, words and relative positions from the shared text. */
  const now = () => indexLive(live.text, new Map(paragraphs().map(({ id, label }) => [id, label])));
  const surface: TextSurface = {
    documentId,
    text: 'working',
    host,
    followsCaret: true,
    subscribe: (listener) => {
      const changed = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
        if (transaction.docChanged || known?.labels !== labelsIn(editor.state)) listener();
      };
      editor.on('transaction', changed);
      return () => {
        editor.off('transaction', changed);
      };
    },
    paragraphs,
    pointAt: (node, offset) => {
      if (editor.isDestroyed || !editor.view.dom.contains(node)) return null;
      const $at = editor.state.doc.resolve(editor.view.posAtDOM(node, offset));
      if ($at.depth === 0) return null;
      return { paragraph: headOf($at.parent).id, offset: $at.parentOffset };
    },
    topOf: (paragraph, offset) => {
      if (editor.isDestroyed) return null;
      const before = positionOfParagraph(editor.state.doc, paragraph);
      const size = before === null ? 0 : (editor.state.doc.nodeAt(before)?.content.size ?? 0);
      return before === null ? null : editor.view.coordsAtPos(before + 1 + Math.min(offset, size)).top;
    },
    anchorOn: (pointed) => {
      const text = now();
      const made = makeAnchor('working', text, pointed);
      if (!made.ok) return null;
      const anchor = made.value;
      if (anchor.scope !== 'words') return anchor;
      return { ...anchor, relative: relativeRange(text, anchor.paragraph, anchor.start, anchor.end) };
    },
    resolve: (anchors) => {
      const text = now();
      return new Map(
        anchors.map(({ id, anchor }): [string, Place] => [id, resolveAnchor(anchor, text, text)]),
      );
    },
    mark: (list) => {
      if (!editor.isDestroyed) editor.view.dispatch(setMarks(editor.state.tr, list));
    },
    count: onCounts,
    caret: () => {
      const { $head } = editor.state.selection;
      return $head.depth === 0 ? null : headOf($head.parent).id;
    },
    focus: () => {
      if (!editor.isDestroyed) editor.view.focus();
    },
  };
  return {
    surface,
    end: () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(marks.spec.key ?? 'conversation');
    },
  };
}
