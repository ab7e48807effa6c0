import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { INERT_STYLE, inertHtml } from '../../../../client/editor/paste/inert-html.ts';
import type { Markup, MarkupNode } from '../../../../client/editor/paste/markup.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Markup as a browser would parse it, as the plain tree that the paste cleaner reads. */
export function markup(html: string): Markup {
  const inert = inertHtml(html);
  return { nodes: read(parse(inert.html)), sheets: inert.sheets };
}

function read(node: Node): MarkupNode[] {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterMap['textNode']).value];
  const children = 'childNodes' in node ? node.childNodes.flatMap(read) : [];
  if (!('tagName' in node)) return children;
  if (node.tagName === 'html') return children;
  return [
    {
      tag: node.tagName,
      attributes: Object.fromEntries(
        node.attrs.map(({ name, value }) => [name === INERT_STYLE ? 'style' : name, value]),
      ),
      children,
    },
  ];
}
