import type { MarkupNode } from './markup.ts';

/** Reads markup into a plain tree. A parsed document is inert: nothing in it loads or runs. */
export function markupFromHtml(html: string): MarkupNode[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [parsed.head, parsed.body].flatMap((part) => read(part));
}

function read(node: Node): MarkupNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? ''];
  if (!(node instanceof Element)) return [];
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name] = value;
  return [
    {
      tag: node.tagName.toLowerCase(),
      attributes,
      children: [...node.childNodes].flatMap((child) => read(child)),
    },
  ];
}
