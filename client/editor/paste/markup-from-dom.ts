import { INERT_STYLE, inertHtml } from './inert-html.ts';
import type { Markup, MarkupNode } from './markup.ts';

/** Reads markup into a plain tree. A parsed document is inert: nothing in it loads, runs or is styled. */
export function markupFromHtml(html: string): Markup {
  const inert = inertHtml(html);
  const parsed = new DOMParser().parseFromString(inert.html, 'text/html');
  return { nodes: read(parsed.body), sheets: inert.sheets };
}

function read(node: Node): MarkupNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? ''];
  if (!(node instanceof Element)) return [];
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name === INERT_STYLE ? 'style' : name] = value;
  return [
    {
      tag: node.tagName.toLowerCase(),
      attributes,
      children: [...node.childNodes].flatMap((child) => read(child)),
    },
  ];
}
