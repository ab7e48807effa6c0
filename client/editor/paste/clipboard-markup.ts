import { DOMSerializer, type Fragment, type Node } from '@tiptap/pm/model';
import { headOf } from '../schema/paragraph.ts';
import { type CopiedParagraph, headingTag } from './copied.ts';
import { OWN } from './markup.ts';

/** Points by which Word steps in one level of items. */
const STEP = 36;

/**
 * What goes to the clipboard as markup: plain paragraphs and headings with labels as text, so that Word shows what
 * people saw; with our own attributes, so that pasting back here loses nothing.
 */
export function clipboardSerializer(
  base: DOMSerializer,
  read: (fragment: Fragment) => readonly CopiedParagraph[],
  document: string,
): DOMSerializer {
  const serializer = new DOMSerializer(base.nodes, base.marks);
  serializer.serializeFragment = (fragment, options = {}, target) => {
    const into = target ?? (options.document ?? window.document).createDocumentFragment();
    for (const copied of read(fragment)) into.appendChild(element(base, copied, document));
    return into;
  };
  return serializer;
}

function element(base: DOMSerializer, { node, label, open }: CopiedParagraph, document: string): HTMLElement {
  const { id, kind, level, dir, pinned } = headOf(node);
  const block = window.document.createElement(headingTag(node) ?? 'p');
  block.setAttribute(OWN.document, document);
  block.setAttribute(OWN.id, id);
  block.setAttribute(OWN.kind, kind);
  block.setAttribute(OWN.level, String(level));
  if (pinned !== null) block.setAttribute(OWN.pinned, pinned);
  if (open !== 'none') block.setAttribute(OWN.open, open);
  if (dir !== 'auto') block.setAttribute('dir', dir);
  // Set on the style object: a style attribute would be refused by the content security policy.
  if (kind === 'item') block.style.marginInlineStart = `${STEP * level}pt`;
  if (label !== '') block.appendChild(labelElement(label));
  block.appendChild(words(base, node));
  return block;
}

function labelElement(label: string): HTMLElement {
  const span = window.document.createElement('span');
  span.setAttribute(OWN.label, '');
  span.textContent = `${label} `;
  return span;
}

const words = (base: DOMSerializer, node: Node): DocumentFragment | HTMLElement =>
  DOMSerializer.prototype.serializeFragment.call(base, node.content);
