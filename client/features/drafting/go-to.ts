import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect } from 'react';
import type { OtherPerson } from '../../editor/connection/connection.ts';
import { paragraphAnchor } from '../../editor/labels/labels-plugin.ts';
import { positionOfParagraph } from '../../editor/outline/outline.ts';
import { cursorsOf } from '../../editor/presence/others.ts';

const CALM = matchMedia('(prefers-reduced-motion: reduce)');
const behavior = (): ScrollBehavior => (CALM.matches ? 'instant' : 'smooth');

/** Shows a paragraph at the top of the page and puts the caret at its beginning. */
export function goToParagraph(editor: Editor, id: string): void {
  const before = positionOfParagraph(editor.state.doc, id);
  if (before === null) return;
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, before + 1)));
  editor.view.dom.focus({ preventScroll: true });
  const element = document.getElementById(paragraphAnchor(id));
  element?.scrollIntoView({ behavior: behavior(), block: 'start' });
}

/** Shows where somebody else is writing, without taking one's own caret along. */
export function goToPerson(editor: Editor, person: OtherPerson): void {
  const [cursor] = cursorsOf(editor.state.doc, [person], Date.now());
  if (cursor === undefined) return;
  const { node } = editor.view.domAtPos(cursor.head);
  const element = node instanceof Element ? node : node.parentElement;
  element?.closest('.paragraph')?.scrollIntoView({ behavior: behavior(), block: 'center' });
}

/** Opens `#p-<id>` at that paragraph, when the text is there and whenever the address changes. */
export function useParagraphInAddress(editor: Editor | null): void {
  useEffect(() => {
    if (editor === null) return;
    const show = (): void => {
      const anchor = decodeURIComponent(location.hash.slice(1));
      if (!anchor.startsWith(paragraphAnchor(''))) return;
      const element = document.getElementById(anchor);
      element?.scrollIntoView({ behavior: 'instant', block: 'start' });
      element?.classList.add('paragraph-target');
    };
    show();
    window.addEventListener('hashchange', show);
    return () => window.removeEventListener('hashchange', show);
  }, [editor]);
}
