import {
  Document,
  type Footer,
  Header,
  type ISectionOptions,
  Packer,
  type PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { firstStrong, languageOf } from '../../../shared/format/language.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import { LABEL_STYLE } from '../docx/reading.ts';
import { cleaned, FONT, PARAGRAPH_STYLES, pageFooter } from '../docx/write-docx.ts';

/** What a report in Word is made of, apart from its body. */
export interface ReportFrame extends ReportHead {
  /** What kind of report it is, in words. */
  readonly what: string;
  /** All its words: they tell language and direction. */
  readonly words: string;
  readonly orientation: (typeof PageOrientation)[keyof typeof PageOrientation];
}

/** Half-points: the size of running text. */
const SIZE = 22;

/** A Word file with a header that says what it is and when it was made, and page numbers. */
export async function reportDocx(
  { title, date, what, words, orientation }: ReportFrame,
  children: ISectionOptions['children'],
): Promise<Uint8Array> {
  const language = languageOf(words);
  const rightToLeft = firstStrong(words) === 'rtl';
  const said = `${title} · ${what} · ${date.slice(0, 16).replace('T', ' ')} UTC`;
  const head = new Paragraph({
    style: 'SBHeader',
    bidirectional: rightToLeft,
    children: [new TextRun({ text: cleaned(said), size: 18, rightToLeft })],
  });
  const document = new Document({
    title: cleaned(`${title}: ${what}`),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: SIZE,
            ...(language === null ? {} : { language: { value: language, bidirectional: language } }),
          },
        },
        title: { run: { size: 32, bold: true } },
        heading1: { run: { size: 28, bold: true } },
        heading2: { run: { size: 26, bold: true } },
        heading3: { run: { size: 24, bold: true, italics: true } },
      },
      paragraphStyles: [...PARAGRAPH_STYLES],
      characterStyles: [{ id: LABEL_STYLE, name: 'Text label' }],
    },
    sections: [
      {
        properties: { page: { size: { orientation } } },
        headers: { default: new Header({ children: [head] }) },
        footers: { default: pageFooter() as Footer },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Lines of a text, broken where it broke. */
export function textRuns(
  text: string,
  more: {
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly size?: number;
    readonly language?: { readonly value: string; readonly bidirectional: string };
  } = {},
): TextRun[] {
  const rightToLeft = firstStrong(text) === 'rtl';
  return cleanedLines(text).map(
    (line, k) => new TextRun({ text: line, rightToLeft, ...more, ...(k === 0 ? {} : { break: 1 }) }),
  );
}

/** `cleaned` takes line ends away, so lines are parted before. */
const cleanedLines = (text: string): string[] => text.split(/\r\n|[\r\n]/).map(cleaned);
