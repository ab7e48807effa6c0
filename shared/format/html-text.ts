import { parseFragment } from 'parse5';

/** Characters for the entities in a piece of text that holds no tags (`&amp;`, `&eacute;`, `&#8217;`). */
export function decodeHtmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi, (entity) => {
    const [node] = parseFragment(entity).childNodes;
    return node !== undefined && node.nodeName === '#text' && 'value' in node ? node.value : entity;
  });
}
