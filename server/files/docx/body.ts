/** The body of a .docx as blocks, in reading order. */

import { type Block, block, trimRuns } from '../../../shared/format/block.ts';
import {
  HEADING_LEVELS,
  ITEM_LEVELS,
  type ParagraphKind,
  type Run,
} from '../../../shared/model/paragraph.ts';
import { child, childrenNamed, type Element, elements, textOf, valOf } from '../xml.ts';
import { readInline } from './inline.ts';
import type { Numbering, PrintedNumber } from './numbering.ts';
import { type Content, type Reading, tally } from './reading.ts';
import { headingByStyle, type Style, said } from './styles.ts';
import { onOff } from './toggle.ts';

/** Paragraph styles of our own export, by their id: kind and level come back exactly. */
const OWN_STYLES: Readonly<Record<string, { readonly kind: ParagraphKind; readonly level: number }>> = {
  SBTitle: { kind: 'title', level: 0 },
  SBHeading1: { kind: 'heading', level: 1 },
  SBHeading2: { kind: 'heading', level: 2 },
  SBHeading3: { kind: 'heading', level: 3 },
  SBPreambular: { kind: 'preambular', level: 0 },
  SBOperative: { kind: 'operative', level: 0 },
  SBPlain: { kind: 'plain', level: 0 },
  SBItem1: { kind: 'item', level: 1 },
  SBItem2: { kind: 'item', level: 2 },
  SBItem3: { kind: 'item', level: 3 },
  SBItem4: { kind: 'item', level: 4 },
};
/** Style of the line above the text in our own export (version and date): no part of the text. */
export const OWN_FRONT_STYLE = 'SBFront';

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'Choice']);

export class Body {
  readonly blocks: Block[] = [];
  /** Runs of paragraphs whose end was deleted with tracking: they stand before the next one's. */
  private carried: Run[] = [];
  private readonly reading: Reading;
  private readonly numbering: Numbering;

  constructor(reading: Reading, numbering: Numbering) {
    this.reading = reading;
    this.numbering = numbering;
  }

  read(parent: Element, inTable = false): void {
    for (const node of elements(parent)) {
      if (node.name === 'p') this.paragraph(node, inTable);
      else if (node.name === 'tbl') this.table(node);
      else if (WRAPPERS.has(node.name)) this.read(node, inTable);
      else if (node.name === 'AlternateContent')
        this.read({ ...node, children: [child(node, 'Choice') ?? child(node, 'Fallback') ?? ''] }, inTable);
      else if (node.name === 'altChunk') tally(this.reading, 'embedded-objects-dropped');
      else if (node.name === 'oMathPara' || node.name === 'oMath') {
        tally(this.reading, 'equations-as-text');
        this.blocks.push(block([{ text: textOf(node) }], { kind: 'plain' }));
      } else if (node.name === 'del' && textOf(node).trim() !== '') tally(this.reading, 'deletions-left-out');
    }
  }

  /** What a deleted last paragraph mark left over. */
  finish(): void {
    const runs = trimRuns(this.carried);
    if (runs.length > 0) this.blocks.push(block(runs));
    this.carried = [];
  }

  private table(table: Element): void {
    tally(this.reading, 'table-as-paragraphs');
    const rows = (parent: Element): Element[] =>
      elements(parent).flatMap((node) =>
        node.name === 'tr' ? [node] : WRAPPERS.has(node.name) ? rows(node) : [],
      );
    const cells = (parent: Element): Element[] =>
      elements(parent).flatMap((node) =>
        node.name === 'tc' ? [node] : WRAPPERS.has(node.name) ? cells(node) : [],
      );
    for (const row of rows(table)) {
      if (child(child(row, 'trPr'), 'del') !== undefined) {
        tally(this.reading, 'deletions-left-out');
        continue;
      }
      for (const cell of cells(row)) this.read(cell, true);
    }
  }

  private paragraph(node: Element, inTable: boolean): void {
    const properties = child(node, 'pPr');
    const styleId = valOf(properties, 'pStyle') ?? this.reading.styles.defaultParagraph;
    const styles = this.reading.styles.chain(styleId);
    const own = styles.map((style) => OWN_STYLES[style.id]).find((known) => known !== undefined);
    const front = styles.some((style) => style.id === OWN_FRONT_STYLE);
    const heading = own === undefined ? this.headingOf(properties, styles) : null;
    if (child(properties, 'pPrChange') !== undefined) tally(this.reading, 'formatting-changes-accepted');

    const content: Content = { runs: this.carried, label: null, boxes: [] };
    this.carried = [];
    readInline(
      node,
      content,
      { paragraphStyles: styles, heading: heading !== null || own !== undefined, link: null },
      this.reading,
    );
    if (front) return;
    const mark = child(properties, 'rPr');
    if (child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined) {
      tally(this.reading, 'deletions-left-out');
      this.carried = content.runs;
      for (const box of content.boxes) this.read(box);
      return;
    }
    const number = own === undefined ? this.numberOf(properties, styles, styleId) : null;
    const runs = trimRuns(content.runs);
    const bidi = onOff(properties, 'bidi') ?? said(styles, (style) => style.bidi);
    const dir = bidi === true ? 'rtl' : 'auto';
    if (own !== undefined) this.blocks.push(block(runs, { ...own, label: content.label?.trim() ?? '', dir }));
    else if (runs.length > 0 || number !== null)
      this.blocks.push(
        block(runs, { ...this.told(heading, number, inTable), label: number?.label ?? null, dir }),
      );
    for (const box of content.boxes) this.read(box);
  }

  private headingOf(properties: Element | undefined, styles: readonly Style[]): number | 'title' | null {
    const byStyle = headingByStyle(styles);
    if (byStyle !== null) return byStyle;
    const outline = valOf(properties, 'outlineLvl');
    const level = outline === undefined ? said(styles, (style) => style.outline) : Number(outline);
    return level !== null && level >= 0 && level < 9 ? level + 1 : null;
  }

  private numberOf(
    properties: Element | undefined,
    styles: readonly Style[],
    styleId: string | null,
  ): PrintedNumber | null {
    const direct = child(properties, 'numPr');
    const numberId = valOf(direct, 'numId') ?? said(styles, (style) => style.numberId);
    if (numberId === null || numberId === undefined || numberId === '0') return null;
    const level = valOf(direct, 'ilvl');
    const byStyle = said(styles, (style) => style.numberLevel);
    return this.numbering.next(numberId, level === undefined ? byStyle : Number(level), styleId);
  }

  /** Kind and level as far as Word says them. A number in a list is told by its form, a bullet is an item. */
  private told(
    heading: number | 'title' | null,
    number: PrintedNumber | null,
    inTable: boolean,
  ): { readonly kind: ParagraphKind | null; readonly level: number } {
    if (heading === 'title') return { kind: 'title', level: 0 };
    if (heading !== null) {
      if (heading > HEADING_LEVELS) tally(this.reading, 'levels-flattened');
      return { kind: 'heading', level: Math.min(heading, HEADING_LEVELS) };
    }
    if (number !== null && (number.bullet || (number.level > 0 && /\d\W*$/.test(number.label)))) {
      const level = number.bullet ? number.level + 1 : number.level;
      if (level > ITEM_LEVELS) tally(this.reading, 'levels-flattened');
      return { kind: 'item', level: Math.min(level, ITEM_LEVELS) };
    }
    return inTable && number === null ? { kind: 'plain', level: 0 } : { kind: null, level: 0 };
  }
}

export const noteMap = (root: Element | null, name: string): ReadonlyMap<string, Element> =>
  new Map(childrenNamed(root ?? undefined, name).map((each) => [each.attributes.id ?? '', each]));
