/** The inside of a paragraph: runs with marks, and everything that is not kept, counted. */

import { bracketNote } from '../../../shared/format/bracket-note.ts';
import type { ImportWarningCode } from '../../../shared/model/file.ts';
import { safeLink } from '../../../shared/text/link.ts';
import { pushRun } from '../../../shared/text/read.ts';
import { child, type Element, elements, isElement, textOf, valOf } from '../xml.ts';
import { readDrawing } from './drawing.ts';
import { changeField, fieldLink } from './fields.ts';
import { type Content, LABEL_STYLE, type Reading, tally } from './reading.ts';
import { marksOf, tellFormatting } from './run-marks.ts';
import { SILENT, TRANSPARENT } from './silent.ts';
import type { Style } from './styles.ts';
import { symbol } from './symbols.ts';

/** What a paragraph gives its runs. */
interface Around {
  readonly paragraphStyles: readonly Style[];
  /** A heading is bold by its style; that is no mark of its words. */
  readonly heading: boolean;
  readonly link: string | null;
}

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

function readRun(run: Element, content: Content, around: Around, reading: Reading): void {
  const properties = child(run, 'rPr');
  const styleId = valOf(properties, 'rStyle') ?? null;
  const field = reading.fields.find((each) => each.link !== null);
  const link = around.link ?? field?.link ?? null;
  const runStyles = link === null ? reading.styles.chain(styleId) : [];
  const outer = around.heading ? [] : around.paragraphStyles;
  const marks = {
    ...marksOf(properties, outer, runStyles, reading.styles.defaults),
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
        if (changeField(node.attributes.fldCharType ?? '', reading.fields)) tally(reading, 'fields-as-text');
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
