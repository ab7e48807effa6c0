import type { Direction, Marks, Run } from '../../../shared/model/paragraph.ts';
import { isTracked, marksInside } from './inline-marks.ts';
import { type Counting, countingOfList, type WordLists, wordLevel, wordListOf } from './list-format.ts';
import {
  declarations,
  isBlock,
  isForeign,
  type MarkupElement,
  type MarkupNode,
  OWN,
  textOf,
} from './markup.ts';

/** What the markup says a block is, before labels typed as text are looked at. */
export type Shape =
  | { readonly is: 'plain' }
  | { readonly is: 'title' }
  | { readonly is: 'heading'; readonly level: number }
  | { readonly is: 'ours'; readonly attributes: Readonly<Record<string, string>> }
  | {
      readonly is: 'listed';
      /** 1 for the outermost level. */
      readonly depth: number;
      readonly counting: Counting;
      /** How the outermost level of the same list counts. */
      readonly outermost: Counting;
    };

export interface RawBlock {
  readonly shape: Shape;
  /** The number the source generated before the words, as printed, or empty. */
  readonly generated: string;
  readonly dir: Direction;
  readonly pieces: readonly Run[];
}

/** What was in the source and has no place in a working text. Told to the person who pasted. */
export interface Omitted {
  pictures: number;
  comments: number;
  deletions: number;
  struck: number;
}

/** A list item names only its first block; what follows in the same item continues as plain text. */
interface Listed {
  readonly shape: Shape & { is: 'listed' };
  used: boolean;
}

interface Context {
  readonly marks: Marks;
  readonly lists: readonly Counting[];
  readonly listed: Listed | null;
  readonly shape: Shape;
  readonly dir: Direction;
  readonly pre: boolean;
}

const PLAIN: Shape = { is: 'plain' };
const OUTSIDE: Context = { marks: {}, lists: [], listed: null, shape: PLAIN, dir: 'auto', pre: false };

/** Walks pasted markup and answers its blocks in reading order, with what was left out. Empty blocks are kept here. */
export function readBlocks(
  nodes: readonly MarkupNode[],
  wordLists: WordLists,
): { blocks: RawBlock[]; omitted: Omitted } {
  const blocks: RawBlock[] = [];
  const omitted: Omitted = { pictures: 0, comments: 0, deletions: 0, struck: 0 };
  let pieces: Run[] = [];
  let generated = '';

  const finish = (context: Context): void => {
    if (pieces.some((piece) => piece.text.trim() !== '') || generated !== '') {
      const { listed } = context;
      const first = listed !== null && !listed.used && context.shape.is === 'plain';
      if (listed !== null) listed.used = true;
      blocks.push({ shape: first ? listed.shape : context.shape, generated, dir: context.dir, pieces });
    }
    pieces = [];
    generated = '';
  };

  const softBreak = (context: Context): void => {
    const last = pieces.findLast((piece) => piece.text !== '\n' || piece === pieces.at(-1));
    if (last?.text === '\n') {
      // Two breaks in a row are how web pages and mails part paragraphs.
      pieces.pop();
      finish(context);
    } else pieces.push({ text: '\n' });
  };

  const text = (value: string, context: Context): void => {
    const parts = context.pre ? value.split(/\n[ \t]*\n/) : [value];
    parts.forEach((part, k) => {
      if (k > 0) finish(context);
      // White space alone never stands between two breaks or blocks.
      if (part.trim() !== '' || !(pieces.length === 0 || pieces.at(-1)?.text === '\n'))
        pieces.push({ ...context.marks, text: part });
    });
  };

  const walk = (node: MarkupNode, context: Context): void => {
    if (typeof node === 'string') {
      text(node, context);
      return;
    }
    if (node.tag === 'br') {
      softBreak(context);
      return;
    }
    const omission = omissionOf(node);
    if (omission !== null) {
      if (omission !== 'silent') omitted[omission] += 1;
      return;
    }
    const style = declarations(node.attributes.style);
    if (style.get('mso-list') === 'ignore') {
      generated = textOf(node)
        .replace(/[\s\u00A0]+/g, ' ')
        .trim();
      return;
    }
    if (node.tag === 's' || node.tag === 'strike' || node.tag === 'del') omitted.struck += 1;
    const marks = marksInside(node, context.marks);
    if (!isBlock(node) && node.attributes.role !== 'heading') {
      for (const child of node.children) walk(child, { ...context, marks });
      return;
    }
    finish(context);
    const inside = { ...blockContext(node, context, wordLists), marks };
    for (const child of node.children) walk(child, inside);
    finish(inside);
  };

  for (const node of nodes) walk(node, OUTSIDE);
  finish(OUTSIDE);
  return { blocks, omitted };
}

function omissionOf(element: MarkupElement): keyof Omitted | 'silent' | null {
  if (element.tag === 'img' || element.tag === 'picture' || element.tag === 'v:shape') return 'pictures';
  if (isForeign(element)) return 'silent';
  const style = declarations(element.attributes.style);
  const part = style.get('mso-element') ?? '';
  if (part === 'comment') return 'comments';
  if (/^(header|footer)$/.test(part)) return 'silent';
  if (/\bMsoCommentReference\b|\bmsocom/i.test(element.attributes.class ?? '')) return 'silent';
  if (element.attributes.hidden !== undefined || element.attributes[OWN.label] !== undefined) return 'silent';
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return 'silent';
  return element.tag === 'del' && isTracked(element) ? 'deletions' : null;
}

function blockContext(element: MarkupElement, around: Context, wordLists: WordLists): Context {
  const dir = directionOf(element) ?? around.dir;
  const pre = around.pre || element.tag === 'pre';
  if (element.tag === 'ol' || element.tag === 'ul')
    return { ...around, dir, lists: [...around.lists, countingOfList(element) ?? 'none'], listed: null };
  if (element.tag === 'li')
    return {
      ...around,
      dir,
      pre,
      listed: { shape: itemShape(element, around.lists), used: false },
      shape: PLAIN,
    };
  return { ...around, dir, pre, shape: shapeOf(element, wordLists) ?? around.shape };
}

function itemShape(element: MarkupElement, lists: readonly Counting[]): Shape & { is: 'listed' } {
  const stated = Number(element.attributes['aria-level'] ?? element.attributes['data-aria-level']);
  const depth = Math.max(1, lists.length, Number.isInteger(stated) ? stated : 1);
  const counting = countingOfList(element) ?? lists.at(-1) ?? 'none';
  // Word on the web gives every level a list of its own and states the level; its outermost is then unknown.
  const outermost = lists.length < depth ? 'decimal' : depth === 1 ? counting : (lists[0] as Counting);
  return { is: 'listed', depth, counting, outermost };
}

function shapeOf(element: MarkupElement, wordLists: WordLists): Shape | null {
  if (element.attributes[OWN.kind] !== undefined) return { is: 'ours', attributes: element.attributes };
  const classes = (element.attributes.class ?? '').toLowerCase().split(/\s+/);
  if (classes.includes('msotitle') || classes.includes('title')) return { is: 'title' };
  const level = headingLevel(element);
  if (level !== null) return { is: 'heading', level };
  const place = wordListOf(element);
  if (place === null) return null;
  const outermost = wordLists.get(wordLevel(place.list, 1)) ?? 'decimal';
  const counting = wordLists.get(wordLevel(place.list, place.level)) ?? 'decimal';
  return { is: 'listed', depth: place.level, counting, outermost };
}

function headingLevel(element: MarkupElement): number | null {
  const byTag = /^h([1-6])$/.exec(element.tag)?.[1];
  const byRole =
    element.attributes.role === 'heading' ? (element.attributes['aria-level'] ?? '2') : undefined;
  const byOutline = /^[1-9]$/.exec(
    declarations(element.attributes.style).get('mso-outline-level') ?? '',
  )?.[0];
  const stated = byTag ?? byRole ?? byOutline;
  return stated === undefined ? null : Number(stated);
}

function directionOf(element: MarkupElement): Direction | null {
  const stated = element.attributes.dir ?? declarations(element.attributes.style).get('direction');
  return stated === 'rtl' || stated === 'ltr' ? stated : null;
}
