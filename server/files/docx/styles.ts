/** Styles of a .docx: what a paragraph or character style says, with everything it is based on. */

import { child, childrenNamed, type Element, valOf } from '../xml.ts';
import { onOff } from './toggle.ts';

/** Character properties that become marks, or that must be told of. Null: not said. */
export interface CharacterLook {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
}

export interface Style {
  readonly id: string;
  /** Name in styles.xml, in lower case. Word writes its own style names in English, whatever its language. */
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly bidi: boolean | null;
  readonly numberId: string | null;
  readonly numberLevel: number | null;
  readonly look: CharacterLook;
}

export interface Styles {
  readonly defaultParagraph: string | null;
  readonly defaults: CharacterLook;
  /** The style and everything it is based on, nearest first. */
  chain(id: string | null): readonly Style[];
}

/** Styles deep; a longer chain is a loop. */
const DEEPEST_CHAIN = 40;

export const lookOf = (properties: Element | undefined): CharacterLook => ({
  bold: onOff(properties, 'b'),
  italic: onOff(properties, 'i'),
  underline:
    child(properties, 'u') === undefined ? null : !['none', '0'].includes(valOf(properties, 'u') ?? 'single'),
});

const wholeNumber = (value: string | undefined): number | null =>
  value !== undefined && /^\d+$/.test(value) ? Number(value) : null;

function readStyle(style: Element): Style {
  const paragraph = child(style, 'pPr');
  const numbering = child(paragraph, 'numPr');
  return {
    id: style.attributes.styleId ?? '',
    name: (valOf(style, 'name') ?? '').toLowerCase(),
    basedOn: valOf(style, 'basedOn') ?? null,
    outline: wholeNumber(valOf(paragraph, 'outlineLvl')),
    bidi: onOff(paragraph, 'bidi'),
    numberId: valOf(numbering, 'numId') ?? null,
    numberLevel: wholeNumber(valOf(numbering, 'ilvl')),
    look: lookOf(child(style, 'rPr')),
  };
}

export function readStyles(root: Element | null): Styles {
  const byId = new Map<string, Style>();
  let defaultParagraph: string | null = null;
  for (const element of childrenNamed(root ?? undefined, 'style')) {
    const style = readStyle(element);
    byId.set(style.id, style);
    const isDefault = ['1', 'true', 'on'].includes(element.attributes.default ?? '');
    if (isDefault && element.attributes.type === 'paragraph') defaultParagraph = style.id;
  }
  const defaults = child(child(child(root ?? undefined, 'docDefaults'), 'rPrDefault'), 'rPr');
  const chains = new Map<string, readonly Style[]>();
  return {
    defaultParagraph,
    defaults: lookOf(defaults),
    chain(id) {
      if (id === null) return [];
      const known = chains.get(id);
      if (known !== undefined) return known;
      const chain: Style[] = [];
      for (let at = byId.get(id); at !== undefined && chain.length < DEEPEST_CHAIN; ) {
        chain.push(at);
        at = at.basedOn === null ? undefined : byId.get(at.basedOn);
      }
      chains.set(id, chain);
      return chain;
    },
  };
}

/** The nearest thing a chain of styles says. */
export function said<Value>(chain: readonly Style[], what: (style: Style) => Value | null): Value | null {
  for (const style of chain) {
    const value = what(style);
    if (value !== null) return value;
  }
  return null;
}

/** Heading names of word processors that write them in the language of their user. */
const HEADING_NAME =
  /^(?:heading|titre|überschrift|título|titulo|encabezado|заголовок|标题|標題|عنوان|العنوان|kop|rubrik|nagłówek)\s*(\d)$/u;
const TITLE_NAME = /^(?:title|titel|название|标题|العنوان)$/u;

/** What a paragraph style makes of its paragraphs: the title, a heading of a level from 1, or null. */
export function headingByStyle(chain: readonly Style[]): number | 'title' | null {
  for (const style of chain) {
    if (TITLE_NAME.test(style.name)) return 'title';
    const level = HEADING_NAME.exec(style.name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return null;
}
