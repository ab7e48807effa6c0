import type { Track, TrackedParagraph, TrackedPiece } from '../../shared/format/tracked-paragraph.ts';
import type { Marks } from '../../shared/model/paragraph.ts';

/** Who a change is attributed to. `date` is ISO 8601. */
export interface Attribution {
  readonly author: string;
  readonly date: string;
}

/** WordprocessingML of tracked paragraphs (ECMA-376 part 1, 17.13.5: revisions). */

/** Characters that XML 1.0 cannot hold, lone surrogates among them, stand as U+FFFD. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);

const STYLES: Readonly<Record<string, string>> = { title: 'Title' };
/** Twentieths of a point an item is moved in by, per level: 1 cm. */
const ITEM_INDENT = 567;

function paragraphStyle(kind: string, level: number): string {
  const style = kind === 'heading' ? `Heading${Math.max(1, level)}` : STYLES[kind];
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const indent = kind === 'item' ? `<w:ind w:left="${ITEM_INDENT * Math.max(1, level)}"/>` : '';
  return named + indent;
}

/** The first strong character decides (UAX 9, P2). */
const FIRST_STRONG =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(FIRST_STRONG.exec(text)?.[0] ?? '');

/** Order of elements as the schema wants it: b, i, u, rtl. Links are not tracked; their words are. */
const markXml = ({ bold, italic, underline }: Marks, rtl: boolean): string =>
  `${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}${underline ? '<w:u w:val="single"/>' : ''}${rtl ? '<w:rtl/>' : ''}`;

const ELEMENTS: Record<Exclude<Track, 'kept'>, string> = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-from': 'w:moveFrom',
  'moved-to': 'w:moveTo',
};

/** Prints paragraphs one after the other, numbering their revisions. */
export class ComparisonDocxPrinter {
  #revision = 0;
  readonly #attribute: (row: number) => Attribution;

  constructor(attribute: (row: number) => Attribution) {
    this.#attribute = attribute;
  }

  #by(row: number): string {
    const { author, date } = this.#attribute(row);
    return `w:id="${++this.#revision}" w:author="${escapeXml(author)}" w:date="${escapeXml(date)}"`;
  }

  paragraph(paragraph: TrackedParagraph): string {
    const { row, end, pieces, kind, level, oldKind } = paragraph;
    const rtl = isRightToLeft(pieces.map((piece) => piece.text).join(''));
    const mark = end === 'kept' ? '' : `<w:rPr><${ELEMENTS[end]} ${this.#by(row)}/></w:rPr>`;
    const style = paragraphStyle(kind, level);
    const oldStyle = oldKind === undefined ? null : paragraphStyle(oldKind.kind, oldKind.level);
    const change =
      oldStyle === null || oldStyle === style
        ? ''
        : `<w:pPrChange ${this.#by(row)}><w:pPr>${oldStyle}</w:pPr></w:pPrChange>`;
    const properties = orderProperties(style, rtl) + mark + change;
    const body = pieces.map((piece) => this.#piece(piece, row, rtl)).join('');
    const [open, close] = this.#moveRange(paragraph);
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${open}${body}</w:p>${close}`;
  }

  /** A moved paragraph stands in a named range, so that both its ends are known to belong together. */
  #moveRange({ pieces, row }: TrackedParagraph): readonly [string, string] {
    const name = pieces.some((piece) => piece.track === 'moved-from')
      ? 'moveFrom'
      : pieces.some((piece) => piece.track === 'moved-to')
        ? 'moveTo'
        : null;
    if (name === null) return ['', ''];
    const by = this.#by(row);
    return [
      `<w:${name}RangeStart ${by} w:name="move${row}"/>`,
      `<w:${name}RangeEnd w:id="${this.#revision}"/>`,
    ];
  }

  #piece({ track, text, marks, oldMarks }: TrackedPiece, row: number, rtl: boolean): string {
    const change =
      oldMarks === undefined
        ? ''
        : `<w:rPrChange ${this.#by(row)}><w:rPr>${markXml(oldMarks, rtl)}</w:rPr></w:rPrChange>`;
    const properties = markXml(marks, rtl) + change;
    const run = `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${runText(text, track === 'deleted')}</w:r>`;
    if (track === 'kept') return run;
    const element = ELEMENTS[track];
    return `<${element} ${this.#by(row)}>${run}</${element}>`;
  }
}

/** pStyle, bidi, ind: the order of the schema. */
function orderProperties(style: string, rtl: boolean): string {
  if (!rtl) return style;
  const at = style.indexOf('<w:ind ');
  return at < 0 ? `${style}<w:bidi/>` : `${style.slice(0, at)}<w:bidi/>${style.slice(at)}`;
}

/** Tabs and line ends are elements of their own. */
function runText(text: string, isDeleted: boolean): string {
  const element = isDeleted ? 'w:delText' : 'w:t';
  return text
    .split(/(\t|\r\n|\n|\r)/)
    .map((part) => {
      if (part === '') return '';
      if (part === '\t') return '<w:tab/>';
      if (/^[\r\n]/.test(part)) return '<w:br/>';
      return `<${element} xml:space="preserve">${escapeXml(part)}</${element}>`;
    })
    .join('');
}
