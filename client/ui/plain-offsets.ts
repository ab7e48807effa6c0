/**
 * The text nodes of a paragraph on the screen that hold its words: labels, remarks for screen readers and what stands
 * beside the words (`data-beside`) do not.
 */
function* wordNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.paragraph-label, .visually-hidden, [data-beside]') == null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}

/** Offset in the plain text of a paragraph that a place in its element stands for. */
export function plainOffset(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  let count = 0;
  for (const text of wordNodes(element)) {
    if (text === node) return count + offset;
    if (!range.intersectsNode(text) || range.comparePoint(text, 0) > 0) return count;
    count += text.length;
  }
  return count;
}

/** The place in the element that stands for an offset in the paragraph's plain text. */
export function placeOfOffset(
  element: Element,
  offset: number,
): { readonly node: Text; readonly at: number } | null {
  let count = 0;
  let last: Text | null = null;
  for (const node of wordNodes(element)) {
    if (offset < count + node.length) return { node, at: offset - count };
    count += node.length;
    last = node;
  }
  return last === null ? null : { node: last, at: last.length };
}
