import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** An element as fast-xml-parser gives it in order: one key, its children. Attributes under `:@`. */
type Node = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
});
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const childrenOf = (node: Node): Node[] => {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? (children as Node[]) : [];
};
const find = (nodes: readonly Node[], name: string): Node[] => nodes.filter((node) => nameOf(node) === name);

const GONE: Record<'accept' | 'reject', readonly string[]> = {
  accept: ['w:del', 'w:moveFrom'],
  reject: ['w:ins', 'w:moveTo'],
};

const textOf = (nodes: readonly Node[], gone: readonly string[]): string =>
  nodes
    .map((node) => {
      const name = nameOf(node);
      if (gone.includes(name) || name === 'w:pPr' || name === 'w:rPr') return '';
      if (name === 'w:tab') return '\t';
      if (name === 'w:br') return '\n';
      if (name === '#text') return String(node['#text']);
      return textOf(childrenOf(node), gone);
    })
    .join('');

/**
 * Paragraphs of a .docx after all its changes were accepted or rejected, as ECMA-376 has it: a paragraph whose end
 * goes runs on into the next one.
 */
export function settleDocx(bytes: Uint8Array, way: 'accept' | 'reject'): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
  const gone = GONE[way];
  const document = find(parser.parse(xml) as Node[], 'w:document')[0] as Node;
  const body = find(childrenOf(document), 'w:body')[0] as Node;
  const paragraphs: string[] = [];
  let open = '';
  for (const paragraph of find(childrenOf(body), 'w:p')) {
    const children = childrenOf(paragraph);
    open += textOf(children, gone);
    const properties = find(children, 'w:pPr').flatMap(childrenOf);
    const mark = find(properties, 'w:rPr').flatMap(childrenOf).map(nameOf);
    if (mark.some((name) => gone.includes(name))) continue;
    paragraphs.push(open);
    open = '';
  }
  if (open !== '') paragraphs.push(`${open} (no end)`);
  return paragraphs;
}
