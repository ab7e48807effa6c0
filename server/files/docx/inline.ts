/** The inside of a paragraph: runs with marks, and everything that is not kept, counted. */

import { bracketNote } from '../../../shared/format/bracket-note.ts';
import type { WarningCounts } from '../../../shared/format/warnings.ts';
import type { ImportWarningCode } from '../../../shared/model/file.ts';
import type { Run } from '../../../shared/model/paragraph.ts';
import { safeLink } from '../../../shared/text/link.ts';
import { pushRun } from '../../../shared/text/read.ts';
import { child, type Element, elements, isElement, textOf, valOf } from '../xml.ts';
import { type CharacterLook, lookOf, type Style, type Styles, said } from './styles.ts';
import { symbol } from './symbols.ts';
import { onOff } from './toggle.ts';

/** A field that is open: between its begin and its separator stands the instruction, behind that what it shows. */
interface OpenField {
  instruction: string;
  shows: boolean;
  link: string | null;
}

/** What reading a document carries along. */
export interface Reading {
  readonly styles: Styles;
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, Element>;
  readonly endnotes: ReadonlyMap<string, Element>;
  readonly counts: WarningCounts;
  /** Open fields; they may reach over paragraphs. */
  readonly fields: OpenField[];
  notes: number;
}

export const tally = (reading: Reading, code: ImportWarningCode, by = 1): void => {
  reading.counts[code] = (reading.counts[code] ?? 0) + by;
};

/** What one paragraph holds. */
export interface Content {
  readonly runs: Run[];
  /** A label that our own export set apart, as printed. */
  label: string | null;
  /** Contents of text boxes, to stand behind the paragraph. */
  readonly boxes: Element[];
}

/** Character style that our own export gives to labels. */
export const LABEL_STYLE = 'SBLabel';

interface Around {
  readonly paragraphStyles: readonly Style[];
  /** A heading is bold by its style; that is no mark of its words. */
  readonly heading: boolean;
  readonly link: string | null;
}

/** Wrappers that change nothing. */
const TRANSPARENT = new Set([
  'smartTag',
  'sdt',
  'sdtContent',
  'customXml',
  'bdo',
  'dir',
  'ruby',
  'rubyBase',
  'Choice',
  'Fallback',
]);
/** Marks in the flow that hold no text. */
const SILENT = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'smartTagPr',
  'customXmlPr',
  'rubyPr',
  'bookmarkStart',
  'bookmarkEnd',
  'proofErr',
  'permStart',
  'permEnd',
  'commentRangeStart',
  'commentRangeEnd',
  'moveFromRangeStart',
  'moveFromRangeEnd',
  'moveToRangeStart',
  'moveToRangeEnd',
  'lastRenderedPageBreak',
  'annotationRef',
  'footnoteRef',
  'endnoteRef',
  'separator',
  'continuationSeparator',
  'rt',
  'customXmlInsRangeStart',
  'customXmlInsRangeEnd',
  'customXmlDelRangeStart',
  'customXmlDelRangeEnd',
]);

export function readInline(parent: Element, content: Content, around: Around, reading: Reading): void {
  for (const node of elements(parent)) {
    if (SILENT.has(node.name)) continue;
    if (TRANSPARENT.has(node.name)) {
      readInline(node, content, around, reading);
      continue;
    }
    switch (node.name) {
      case 'r':
        readRun(node, content, around, reading);
        break;
      case 'hyperlink':
        readInline(node, content, { ...around, link: linkOf(node, reading) }, reading);
        break;
      case 'ins':
        tally(reading, 'insertions-accepted');
        readInline(node, content, around, reading);
        break;
      case 'moveTo':
        tally(reading, 'moves-accepted');
        readInline(node, content, around, reading);
        break;
      case 'del':
        tally(reading, 'deletions-left-out');
        break;
      case 'moveFrom':
        break;
      case 'fldSimple':
        readField(node, content, around, reading);
        break;
      case 'AlternateContent':
        readAlternate(node, content, around, reading);
        break;
      case 'oMath':
      case 'oMathPara':
        tally(reading, 'equations-as-text');
        pushRun(content.runs, textOf(node), {});
        break;
      default:
        if (textOf(node).trim() !== '') tally(reading, 'unknown-content-dropped');
    }
  }
}

function linkOf(node: Element, reading: Reading): string | null {
  const link = safeLink(reading.links.get(node.attributes.id ?? ''));
  if (link === null) tally(reading, 'links-dropped');
  return link;
}

const fieldLink = (instruction: string): string | null =>
  safeLink(/^\s*HYPERLINK\s+(?!\\)"?([^"\s]+)/i.exec(instruction)?.[1]);

function readField(node: Element, content: Content, around: Around, reading: Reading): void {
  const link = fieldLink(node.attributes.instr ?? '');
  if (link === null) tally(reading, 'fields-as-text');
  readInline(node, content, { ...around, link: link ?? around.link }, reading);
}

/** Word writes newer drawings twice; one of the two is read. */
function readAlternate(node: Element, content: Content, around: Around, reading: Reading): void {
  const chosen = child(node, 'Choice') ?? child(node, 'Fallback');
  if (chosen !== undefined) readInline({ ...node, children: [chosen] }, content, around, reading);
}

/** Formatting that is not kept, and told. */
function tellFormatting(properties: Element | undefined, reading: Reading): void {
  if (properties === undefined) return;
  if (onOff(properties, 'strike') === true || onOff(properties, 'dstrike') === true)
    tally(reading, 'strike-through-dropped');
  if (onOff(properties, 'vanish') === true) tally(reading, 'hidden-text-kept');
  if (child(properties, 'rPrChange') !== undefined) tally(reading, 'formatting-changes-accepted');
  const highlight = valOf(properties, 'highlight');
  const raised = valOf(properties, 'vertAlign');
  if (
    onOff(properties, 'smallCaps') === true ||
    onOff(properties, 'caps') === true ||
    (highlight !== undefined && highlight !== 'none') ||
    (raised !== undefined && raised !== 'baseline')
  )
    tally(reading, 'formatting-dropped');
}

/** Bold and italic of nested styles cancel each other out; what the run itself says stands (17.7.3, toggle properties). */
function toggled(
  direct: boolean | null,
  what: (look: CharacterLook) => boolean | null,
  paragraphStyles: readonly Style[],
  runStyles: readonly Style[],
  defaults: CharacterLook,
): boolean {
  if (direct !== null) return direct;
  const byParagraph = said(paragraphStyles, (style) => what(style.look));
  const byRun = said(runStyles, (style) => what(style.look));
  if (byParagraph === null && byRun === null) return what(defaults) === true;
  return (byParagraph === true) !== (byRun === true);
}

function readRun(run: Element, content: Content, around: Around, reading: Reading): void {
  const properties = child(run, 'rPr');
  const styleId = valOf(properties, 'rStyle') ?? null;
  const field = reading.fields.find((each) => each.link !== null);
  const link = around.link ?? field?.link ?? null;
  const runStyles = link === null ? reading.styles.chain(styleId) : [];
  const outer = around.heading ? [] : around.paragraphStyles;
  const direct = lookOf(properties);
  const { defaults } = reading.styles;
  const marks = {
    ...(toggled(direct.bold, (look) => look.bold, outer, runStyles, defaults) ? { bold: true as const } : {}),
    ...(toggled(direct.italic, (look) => look.italic, outer, runStyles, defaults)
      ? { italic: true as const }
      : {}),
    ...((direct.underline ??
    said(runStyles, (style) => style.look.underline) ??
    said(outer, (style) => style.look.underline) ??
    defaults.underline)
      ? { underline: true as const }
      : {}),
    ...(link === null ? {} : { link }),
  };
  let shown = '';
  const show = (text: string): void => {
    if (reading.fields.every((each) => each.shows)) shown += text;
  };
  for (const node of run.children) {
    if (!isElement(node) || SILENT.has(node.name)) continue;
    switch (node.name) {
      case 't':
        show(node.attributes.space === 'preserve' ? textOf(node) : textOf(node).trim());
        break;
      case 'tab':
      case 'ptab':
        show('\t');
        break;
      case 'br':
        show(node.attributes.type === 'page' || node.attributes.type === 'column' ? '' : ' ');
        if (node.attributes.type === undefined || node.attributes.type === 'textWrapping')
          tally(reading, 'line-breaks-joined');
        break;
      case 'cr':
        show(' ');
        tally(reading, 'line-breaks-joined');
        break;
      case 'noBreakHyphen':
        show('\u2011');
        break;
      case 'softHyphen':
        show('\u00AD');
        break;
      case 'sym':
        show(symbol(node.attributes.font ?? '', node.attributes.char ?? ''));
        tally(reading, 'symbols-replaced');
        break;
      case 'fldChar':
        pushRun(content.runs, shown, marks);
        shown = '';
        changeField(node.attributes.fldCharType ?? '', reading);
        break;
      case 'instrText': {
        const open = reading.fields.at(-1);
        if (open !== undefined && !open.shows) open.instruction += textOf(node);
        break;
      }
      case 'footnoteReference':
        show(note(reading.footnotes.get(node.attributes.id ?? ''), 'footnotes-inlined', reading));
        break;
      case 'endnoteReference':
        show(note(reading.endnotes.get(node.attributes.id ?? ''), 'endnotes-inlined', reading));
        break;
      case 'commentReference':
        tally(reading, 'comments-dropped');
        break;
      case 'delText':
      case 'delInstrText':
        break;
      case 'drawing':
      case 'pict':
        readDrawing(node, content, reading);
        break;
      case 'object':
        tally(reading, 'embedded-objects-dropped');
        break;
      case 'AlternateContent':
        readDrawing(child(node, 'Choice') ?? child(node, 'Fallback') ?? node, content, reading);
        break;
      case 'ruby':
        readInline(node, content, around, reading);
        break;
      default:
        if (textOf(node).trim() !== '') tally(reading, 'unknown-content-dropped');
    }
  }
  if (styleId === LABEL_STYLE) content.label = `${content.label ?? ''}${shown}`;
  else pushRun(content.runs, shown, marks);
  if (shown !== '' && link === null) tellFormatting(properties, reading);
}

function changeField(type: string, reading: Reading): void {
  const open = reading.fields.at(-1);
  if (type === 'begin') reading.fields.push({ instruction: '', shows: false, link: null });
  else if (type === 'separate' && open !== undefined) {
    open.shows = true;
    open.link = fieldLink(open.instruction);
    if (open.link === null) tally(reading, 'fields-as-text');
  } else if (type === 'end') reading.fields.pop();
}

/** A note as text, where its number stood. */
function note(note: Element | undefined, code: ImportWarningCode, reading: Reading): string {
  if (note === undefined) return '';
  tally(reading, code);
  reading.notes += 1;
  const ordinal = reading.notes;
  const inside: Reading = { ...reading, fields: [], notes: 0 };
  const words = elements(note)
    .map((paragraph) => {
      const content: Content = { runs: [], label: null, boxes: [] };
      readInline(paragraph, content, { paragraphStyles: [], heading: false, link: null }, inside);
      return content.runs
        .map((run) => run.text)
        .join('')
        .trim();
    })
    .filter((each) => each !== '')
    .join(' ');
  return ` ${bracketNote(ordinal, words)}`;
}

/** Text boxes are kept for later, pictures and charts are counted. */
function readDrawing(node: Element, content: Content, reading: Reading): void {
  const boxes: Element[] = [];
  const find = (element: Element): void => {
    if (element.name === 'txbxContent') boxes.push(element);
    else if (element.name === 'AlternateContent')
      find(child(element, 'Choice') ?? { ...element, children: [] });
    else for (const each of elements(element)) find(each);
  };
  find(node);
  if (boxes.length === 0) tally(reading, 'images-dropped');
  else {
    tally(reading, 'text-box-as-paragraphs', boxes.length);
    content.boxes.push(...boxes);
  }
}
