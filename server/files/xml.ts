/** XML parts as plain trees, by fast-xml-parser. Prefixes are dropped: OOXML names stay clear without them. */

import { XMLParser } from 'fast-xml-parser';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

/** Elements within elements. Word's own nesting of tables in text boxes stays below 60. */
export const MOST_NESTING = 256;

type Parsed = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MOST_NESTING,
});

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and numeric ones. There is no document type, so there are no others. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return NAMED[name as string] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
      })
    : text;

function toNode(parsed: Parsed): Node {
  if ('#text' in parsed) return decodeEntities(String(parsed['#text']));
  const name = Object.keys(parsed).find((key) => key !== ':@') ?? '';
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries((parsed[':@'] ?? {}) as Record<string, unknown>))
    attributes[key] = decodeEntities(String(value));
  const children = parsed[name];
  return { name, attributes, children: Array.isArray(children) ? children.map(toNode) : [] };
}

const unreadable = (part: string): Problem =>
  problem(
    'unreadable-file',
    `The part ${part} of the file cannot be read. Open the file in Word, save it anew and try again.`,
  );

/** The root element of a part. A document type declaration is refused: no office file has one, and entities could expand without end. */
export function parseXml(bytes: Uint8Array, part: string): Result<Element, Problem> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const text = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', {
      fatal: true,
    }).decode(bytes);
    if (/<!DOCTYPE/i.test(text)) return fail(unreadable(part));
    const root = (parser.parse(text) as Parsed[]).map(toNode).find((node) => typeof node !== 'string');
    return root === undefined ? fail(unreadable(part)) : ok(root as Element);
  } catch {
    return fail(unreadable(part));
  }
}

export const isElement = (node: Node): node is Element => typeof node !== 'string';
export const elements = (parent: Element): Element[] => parent.children.filter(isElement);
export const child = (parent: Element | undefined, name: string): Element | undefined =>
  parent?.children.find((node): node is Element => isElement(node) && node.name === name);
export const childrenNamed = (parent: Element | undefined, name: string): Element[] =>
  parent === undefined ? [] : elements(parent).filter((each) => each.name === name);
/** The `val` of a child element, as nearly every OOXML property is written. */
export const valOf = (parent: Element | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes.val;
/** All text below an element. */
export const textOf = (parent: Element): string =>
  parent.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');
