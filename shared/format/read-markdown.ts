/** Markdown into paragraphs, on the lexer of marked (CommonMark with tables and strike-through). */

import { Lexer, type Token, type Tokens } from 'marked';
import type { ImportedText, ImportWarningCode } from '../model/file.ts';
import type { NewId } from '../model/ids.ts';
import { HEADING_LEVELS, ITEM_LEVELS, type Marks, type ParagraphKind, type Run } from '../model/paragraph.ts';
import { safeLink } from '../text/link.ts';
import { pushRun } from '../text/runs.ts';
import { type Block, block, trimRuns } from './block.ts';
import { bracketNote } from './bracket-note.ts';
import { paragraphsFrom } from './classify.ts';
import { withoutControls } from './controls.ts';
import { decodeHtmlText } from './html-text.ts';
import { DROPPED_FORMATS, marksOfElement } from './inline-marks.ts';
import { firstHeadingAsTitle } from './read-html.ts';
import { type WarningCounts, warningsOf } from './warnings.ts';

interface Around {
  readonly kind: ParagraphKind | null;
  readonly level: number;
}
const FLOW: Around = { kind: null, level: 0 };
/** Depth inside numbered paragraphs: lists there are items of level 1, but an ordered one is no numbered paragraph. */
const NUMBERED = 100;

/** Definitions of footnotes: `[^name]: words`, with indented lines that go on. */
const NOTE_DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*))*)\n?/gm;

class MarkdownReader {
  readonly blocks: Block[] = [];
  readonly counts: WarningCounts = {};
  private readonly notes: ReadonlyMap<string, string>;
  private noted = 0;
  private label: string | null = null;

  constructor(notes: ReadonlyMap<string, string>) {
    this.notes = notes;
  }

  tally(code: ImportWarningCode, by = 1): void {
    this.counts[code] = (this.counts[code] ?? 0) + by;
  }

  read(tokens: readonly Token[], around: Around, depth: number): void {
    for (const token of tokens) this.block(token, around, depth);
  }

  private push(runs: readonly Run[], around: Around): void {
    const trimmed = trimRuns(runs);
    if (trimmed.length === 0 && this.label === null) return;
    this.blocks.push(block(trimmed, { ...around, label: this.label }));
    this.label = null;
  }

  private block(token: Token, around: Around, depth: number): void {
    switch (token.type) {
      case 'heading':
        if (token.depth > HEADING_LEVELS + 1) this.tally('levels-flattened');
        this.push(this.inline(token.tokens ?? [], {}), { kind: 'heading', level: token.depth });
        break;
      case 'paragraph':
      case 'text':
        this.push(this.inline(token.tokens ?? [token], {}), around);
        break;
      case 'list':
        this.list(token as Tokens.List, depth);
        break;
      case 'blockquote':
        this.tally('markup-dropped');
        this.read(token.tokens ?? [], around, depth);
        break;
      case 'code':
        this.tally('code-as-text');
        for (const line of (token.text as string).split('\n'))
          this.push(
            [{ text: line }].filter((run) => run.text !== ''),
            { kind: 'plain', level: 0 },
          );
        break;
      case 'table':
        this.table(token as Tokens.Table);
        break;
      case 'html':
        this.html(token.text as string, around);
        break;
      case 'hr':
      case 'space':
      case 'def':
        break;
      default:
        this.push([{ text: token.raw }], around);
    }
  }

  /** An ordered list of the first level is numbered paragraphs; lists inside it, and all others, are items. */
  private list(list: Tokens.List, outer: number): void {
    const numbered = list.ordered && outer === 0;
    const depth = outer + 1;
    const wanted = outer < NUMBERED ? depth : outer - NUMBERED + 1;
    if (wanted > ITEM_LEVELS) this.tally('levels-flattened');
    const item: Around = { kind: 'item', level: Math.min(wanted, ITEM_LEVELS) };
    list.items.forEach((each, k) => {
      this.label = list.ordered ? `${Number(list.start) + k}.` : '•';
      const [first, ...rest] = each.tokens.filter((token) => token.type !== 'space');
      const inside = numbered ? NUMBERED : depth;
      if (first === undefined) this.push([], numbered ? FLOW : item);
      else this.block(first, numbered ? FLOW : item, inside);
      this.read(rest, FLOW, inside);
    });
  }

  private table(table: Tokens.Table): void {
    this.tally('table-as-paragraphs');
    for (const row of [table.header, ...table.rows])
      for (const cell of row) this.push(this.inline(cell.tokens, {}), { kind: 'plain', level: 0 });
  }

  /** A block of HTML: its words stand, its markup goes. */
  private html(source: string, around: Around): void {
    const words = decodeHtmlText(
      source.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^<>]*>/g, ' '),
    ).trim();
    if (words === '') return;
    this.tally('markup-dropped');
    this.push([{ text: words.replace(/\s+/g, ' ') }], around);
  }

  private inline(tokens: readonly Token[], outer: Marks): Run[] {
    const runs: Run[] = [];
    /** Marks of HTML elements that are open, innermost last. */
    const open: { readonly name: string; readonly marks: Marks }[] = [];
    const around = (): Marks => Object.assign({}, outer, ...open.map((each) => each.marks));
    const add = (more: readonly Run[]): void => {
      for (const { text, ...marks } of more) pushRun(runs, text, marks);
    };
    for (const token of tokens) {
      const marks = around();
      switch (token.type) {
        case 'strong':
          add(this.inline(token.tokens ?? [], { ...marks, bold: true }));
          break;
        case 'em':
          add(this.inline(token.tokens ?? [], { ...marks, italic: true }));
          break;
        case 'del':
          this.tally('strike-through-dropped');
          add(this.inline(token.tokens ?? [], marks));
          break;
        case 'link': {
          const link = safeLink(token.href as string);
          if (link === null) this.tally('links-dropped');
          add(this.inline(token.tokens ?? [], link === null ? marks : { ...marks, link }));
          break;
        }
        case 'image':
          this.tally('images-dropped');
          break;
        case 'codespan':
          this.tally('code-as-text');
          pushRun(runs, token.text as string, marks);
          break;
        case 'br':
          this.tally('line-breaks-joined');
          pushRun(runs, ' ', marks);
          break;
        case 'html':
          this.tag(token.raw, open, runs, marks);
          break;
        case 'escape':
          pushRun(runs, token.raw.slice(1), marks);
          break;
        default:
          if (token.type === 'text' && 'tokens' in token && token.tokens !== undefined)
            add(this.inline(token.tokens, marks));
          else this.words(token.raw, runs, marks);
      }
    }
    return runs;
  }

  /** Plain words: entities and footnote references are resolved, line ends are spaces. */
  private words(raw: string, runs: Run[], marks: Marks): void {
    const joined = raw.replace(/[ \t]*\n[ \t]*/g, ' ');
    let at = 0;
    for (const match of joined.matchAll(/\[\^([^\]\s]+)\]/g)) {
      const note = this.notes.get(match[1] as string);
      if (note === undefined) continue;
      pushRun(runs, decodeHtmlText(joined.slice(at, match.index)), marks);
      this.noted += 1;
      this.tally('footnotes-inlined');
      pushRun(runs, ` ${bracketNote(this.noted, note)}`, marks);
      at = match.index + match[0].length;
    }
    pushRun(runs, decodeHtmlText(joined.slice(at)), marks);
  }

  private tag(
    raw: string,
    open: { readonly name: string; readonly marks: Marks }[],
    runs: Run[],
    marks: Marks,
  ): void {
    const match = /^<(\/?)([a-z][a-z0-9]*)/i.exec(raw);
    if (match === null) return;
    const name = (match[2] as string).toLowerCase();
    if (match[1] === '/') {
      const at = open.findLastIndex((each) => each.name === name);
      if (at !== -1) open.splice(at, 1);
      return;
    }
    if (name === 'br') {
      this.tally('line-breaks-joined');
      pushRun(runs, ' ', marks);
      return;
    }
    const added = marksOfElement(name, /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(raw)?.[1]);
    if (added !== null) open.push({ name, marks: added });
    else this.tally(DROPPED_FORMATS.has(name) ? 'formatting-dropped' : 'markup-dropped');
  }
}

/** Reads Markdown, or answers null for a text nested too deep to be one. */
export function readMarkdown(source: string, newId: NewId): ImportedText | null {
  const { text, dropped } = withoutControls(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const notes = new Map<string, string>();
  const body = text.replace(NOTE_DEFINITION, (_, name: string, words: string) => {
    notes.set(name, words.replace(/\s*\n\s*/g, ' ').trim());
    return '';
  });
  const reader = new MarkdownReader(notes);
  if (dropped > 0) reader.tally('control-characters-dropped', dropped);
  try {
    reader.read(new Lexer({ gfm: true }).lex(body), FLOW, 0);
  } catch (error) {
    // The lexer recurses into quotes and lists; only nesting without end exhausts the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
  const blocks = firstHeadingAsTitle(reader.blocks).map((each) =>
    each.kind === 'heading' ? { ...each, level: Math.min(each.level, HEADING_LEVELS) } : each,
  );
  return { paragraphs: paragraphsFrom(blocks, newId), warnings: warningsOf(reader.counts) };
}
