/** HTML into paragraphs, on parse5 (the WHATWG parsing algorithm, so that anything has a tree). Pages from anywhere, and our own exports. */

import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ImportedText, ImportWarningCode } from '../model/file.ts';
import type { NewId } from '../model/ids.ts';
import {
  type Direction,
  HEADING_LEVELS,
  ITEM_LEVELS,
  type Marks,
  PARAGRAPH_KINDS,
  type ParagraphKind,
  type Run,
} from '../model/paragraph.ts';
import { levelFor } from '../text/level.ts';
import { letters, roman } from '../text/ordinals.ts';
import { pushRun } from '../text/runs.ts';
import { type Block, block, trimRuns } from './block.ts';
import { paragraphsFrom } from './classify.ts';
import { withoutControls } from './controls.ts';
import { htmlTree } from './html-tree.ts';
import { DROPPED_FORMATS, marksOfElement, STRUCK } from './inline-marks.ts';
import { type WarningCounts, warningsOf } from './warnings.ts';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set(['script', 'style', 'template', 'head', 'noscript', 'title', 'meta', 'link']);
const PICTURES = new Set(['img', 'svg', 'picture', 'canvas', 'figure-image']);
const EMBEDDED = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'math']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

interface List {
  readonly ordered: boolean;
  readonly format: string;
  /** Level of its items; 0: an ordered list of the first level, whose items are numbered paragraphs. */
  readonly level: number;
  next: number;
}

/** What a block inherits from the elements around it. */
interface Around {
  readonly kind: ParagraphKind | null;
  readonly level: number;
  readonly dir: Direction;
  readonly list: List | null;
  /** Line ends count (`pre`). */
  readonly preformatted: boolean;
  /** White space counts: a paragraph of our own export. */
  readonly verbatim: boolean;
}

class HtmlReader {
  readonly blocks: Block[] = [];
  readonly counts: WarningCounts = {};
  /** The page says itself what its paragraphs are: it is our own export. */
  own = false;
  private runs: Run[] = [];
  private label: string | null = null;
  private open: Around = {
    kind: null,
    level: 0,
    dir: 'auto',
    list: null,
    preformatted: false,
    verbatim: false,
  };

  tally(code: ImportWarningCode, by = 1): void {
    this.counts[code] = (this.counts[code] ?? 0) + by;
  }

  /** Ends the open block. A label that has no words yet waits for them, unless its element ends (`last`). */
  close(last = false): void {
    const runs = trimRuns(this.runs);
    this.runs = [];
    const waiting = this.label !== null && this.label !== '';
    if (runs.length === 0 && !(last && waiting)) return;
    const { kind, level, dir } = this.open;
    this.blocks.push(block(runs, { kind, level, dir, label: this.label }));
    this.label = null;
  }

  read(nodes: readonly HtmlNode[], around: Around, marks: Marks): void {
    for (const node of nodes) {
      if (!isElement(node)) {
        if (node.nodeName === '#text')
          this.text((node as DefaultTreeAdapterTypes.TextNode).value, around, marks);
        continue;
      }
      // Our own export sets the line with version and date apart: it is no part of the text.
      if (SKIPPED.has(node.tagName) || attribute(node, 'data-front') !== undefined) continue;
      if (PICTURES.has(node.tagName)) this.tally('images-dropped');
      else if (EMBEDDED.has(node.tagName)) this.tally('embedded-objects-dropped');
      else if (node.tagName === 'br') this.lineBreak(around);
      else if (BLOCKS.has(node.tagName)) this.readBlock(node, around, marks);
      else this.readInline(node, around, marks);
    }
  }

  private lineBreak(around: Around): void {
    if (around.preformatted) {
      this.close();
      return;
    }
    this.tally('line-breaks-joined');
    pushRun(this.runs, ' ', {});
  }

  private text(value: string, around: Around, marks: Marks): void {
    if (around.verbatim) {
      pushRun(this.runs, value, marks);
      return;
    }
    if (!around.preformatted) {
      const before = this.runs.at(-1)?.text;
      const words = value.replace(/[ \t\n\r\f]+/g, ' ');
      const opening = before === undefined || before.endsWith(' ');
      pushRun(this.runs, opening ? words.replace(/^ /, '') : words, marks);
      return;
    }
    value.split('\n').forEach((line, k) => {
      if (k > 0) this.close();
      this.open = around;
      pushRun(this.runs, line, marks);
    });
  }

  private readInline(node: HtmlElement, around: Around, marks: Marks): void {
    if (attribute(node, 'class') === 'label' && attribute(node, 'data-label') !== undefined) {
      this.label = attribute(node, 'data-label') as string;
      return;
    }
    if (node.tagName === 'del') {
      this.tally('deletions-left-out');
      return;
    }
    if (node.tagName === 'ins') this.tally('insertions-accepted');
    if (STRUCK.has(node.tagName)) this.tally('strike-through-dropped');
    if (DROPPED_FORMATS.has(node.tagName)) this.tally('formatting-dropped');
    if (node.tagName === 'code') this.tally('code-as-text');
    const address = attribute(node, 'href');
    const added = node.tagName === 'ins' ? null : marksOfElement(node.tagName, address);
    if (node.tagName === 'a' && address !== undefined && added === null) this.tally('links-dropped');
    this.read(node.childNodes, around, added === null ? marks : { ...marks, ...added });
  }

  private readBlock(node: HtmlElement, around: Around, marks: Marks): void {
    this.close();
    const inside = this.around(node, around);
    this.open = inside;
    if (node.tagName === 'li' && inside.list !== null) this.label = labelOf(node, inside.list);
    const own = attribute(node, 'data-label');
    const isOwn = inside.verbatim && !around.verbatim;
    // Our own export says every label: none said is none, whatever the words begin with.
    if (isOwn) this.label = '';
    if (own !== undefined) this.label = own;
    if (node.tagName === 'table') this.tally('table-as-paragraphs');
    this.read(node.childNodes, inside, node.tagName === 'pre' ? {} : marks);
    this.close(node.tagName === 'li' || own !== undefined || isOwn);
    if (isOwn) this.label = null;
    this.open = around;
  }

  private around(node: HtmlElement, around: Around): Around {
    const said = attribute(node, 'dir');
    const dir = said === 'rtl' || said === 'ltr' || said === 'auto' ? said : around.dir;
    const plain = { ...around, dir };
    const kind = PARAGRAPH_KINDS.find((each) => each === attribute(node, 'data-kind'));
    if (kind !== undefined) {
      this.own = true;
      return { ...plain, kind, level: levelFor(kind, Number(attribute(node, 'data-level'))), verbatim: true };
    }
    switch (node.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return {
          ...plain,
          kind: 'heading',
          level: this.capped(Number(node.tagName[1]), HEADING_LEVELS),
          list: null,
        };
      case 'ol':
      case 'ul':
        return { ...plain, list: listOf(node, around.list) };
      case 'li': {
        if (around.list === null) return plain;
        return around.list.level === 0
          ? plain
          : { ...plain, kind: 'item', level: this.capped(around.list.level, ITEM_LEVELS) };
      }
      case 'td':
      case 'th':
        return { ...plain, kind: 'plain', level: 0, list: null };
      case 'pre':
        this.tally('code-as-text');
        return { ...plain, kind: 'plain', level: 0, preformatted: true };
      default:
        return plain;
    }
  }

  private capped(level: number, most: number): number {
    if (level > most) this.tally('levels-flattened');
    return Math.min(level, most);
  }
}

const listOf = (node: HtmlElement, outer: List | null): List => ({
  ordered: node.tagName === 'ol',
  format: attribute(node, 'type') ?? '1',
  level: outer === null ? (node.tagName === 'ol' ? 0 : 1) : outer.level + 1,
  next: Number.parseInt(attribute(node, 'start') ?? '1', 10) || 1,
});

/** What a browser prints before a list item (HTML, the ol element: `start`, `value`, `type`). */
function labelOf(node: HtmlElement, list: List): string {
  if (!list.ordered) return '•';
  const value = Number.parseInt(attribute(node, 'value') ?? '', 10);
  const n = Number.isNaN(value) ? list.next : value;
  list.next = n + 1;
  if (n < 1 || n > 3999) return `${n}.`;
  switch (list.format) {
    case 'a':
      return `${letters(n)}.`;
    case 'A':
      return `${letters(n).toUpperCase()}.`;
    case 'i':
      return `${roman(n)}.`;
    case 'I':
      return `${roman(n).toUpperCase()}.`;
    default:
      return `${n}.`;
  }
}

/** One heading of the first level, standing first, is the title; the levels below it move up. */
export function firstHeadingAsTitle(blocks: readonly Block[]): Block[] {
  const first = blocks.find((each) => each.kind !== null || each.runs.length > 0);
  const tops = blocks.filter((each) => each.kind === 'heading' && each.level === 1);
  if (tops.length !== 1 || tops[0] !== first || blocks.some((each) => each.kind === 'title'))
    return [...blocks];
  return blocks.map((each) =>
    each === first
      ? { ...each, kind: 'title', level: 0 }
      : each.kind === 'heading'
        ? { ...each, level: Math.max(1, each.level - 1) }
        : each,
  );
}

/** Reads HTML, or answers null for a page that is too deep or too large to be a text. */
export function readHtml(source: string, newId: NewId): ImportedText | null {
  const reader = new HtmlReader();
  const { text, dropped } = withoutControls(source);
  const tree = htmlTree(text);
  if (tree === null) return null;
  if (dropped > 0) reader.tally('control-characters-dropped', dropped);
  const around: Around = {
    kind: null,
    level: 0,
    dir: 'auto',
    list: null,
    preformatted: false,
    verbatim: false,
  };
  reader.read(tree.childNodes, around, {});
  reader.close();
  return {
    paragraphs: paragraphsFrom(reader.own ? reader.blocks : firstHeadingAsTitle(reader.blocks), newId),
    warnings: warningsOf(reader.counts),
  };
}
