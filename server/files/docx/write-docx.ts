/** Writes a Word document: labels as literal hanging text, so that they are exactly ours, and kinds as styles. */

import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  type IParagraphStyleOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { firstStrong, languageOf } from '../../../shared/format/language.ts';
import type { ExportedText } from '../../../shared/model/file.ts';
import type { LabelledParagraph, ParagraphKind, Run } from '../../../shared/model/paragraph.ts';
import { unreachable } from '../../../shared/model/result.ts';
import { printLabel } from '../../../shared/text/printed-label.ts';
import { LABEL_STYLE } from './reading.ts';

/** Twentieths of a point in a centimetre. */
export const CM = 567;
/** Room for a label such as `127 quinquies.` begins at the left edge of the text. */
const HANGING = 2 * CM;
export const FONT = 'Times New Roman';

/** Style of a paragraph; read back by `OWN_STYLES` in body.ts. */
export function styleId(kind: ParagraphKind, level: number): string {
  switch (kind) {
    case 'title':
      return 'SBTitle';
    case 'heading':
      return `SBHeading${level}`;
    case 'preambular':
      return 'SBPreambular';
    case 'operative':
      return 'SBOperative';
    case 'plain':
      return 'SBPlain';
    case 'item':
      return `SBItem${level}`;
    default:
      return unreachable(kind);
  }
}

const paragraphStyle = (
  id: string,
  name: string,
  basedOn: string,
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  paragraph: { spacing: { after: 160, line: 276 }, ...paragraph },
});

/** Word stops a tab at the indentation that hangs, so the text of every line begins at `left`. */
const hanging = (left: number): IParagraphStyleOptions['paragraph'] => ({
  indent: { start: left, hanging: HANGING },
});

export const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = [
  paragraphStyle('SBTitle', 'Text title', 'Title', { alignment: AlignmentType.CENTER, keepNext: true }),
  ...[1, 2, 3].map((level) =>
    paragraphStyle(`SBHeading${level}`, `Text heading ${level}`, `Heading${level}`, {
      keepNext: true,
      outlineLevel: level - 1,
      spacing: { before: 240, after: 120 },
    }),
  ),
  paragraphStyle('SBPlain', 'Text plain', 'Normal', {}),
  paragraphStyle('SBPreambular', 'Text preambular', 'Normal', hanging(HANGING)),
  paragraphStyle('SBOperative', 'Text operative', 'Normal', hanging(HANGING)),
  ...[1, 2, 3, 4].map((level) =>
    paragraphStyle(`SBItem${level}`, `Text item ${level}`, 'Normal', hanging(HANGING + level * 1.2 * CM)),
  ),
  paragraphStyle('SBHeader', 'Text header', 'Normal', { spacing: { after: 0 } }),
];

/** What Word cannot hold in XML 1.0, and no reader sees. */
export const cleaned = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => (sign === '\t' ? sign : ''));

/** A run, with tabs as Word's own. */
function textRun(run: Run, rightToLeft: boolean): TextRun {
  const children = cleaned(run.text)
    .split('\t')
    .flatMap((piece, k) => [...(k === 0 ? [] : [new Tab()]), ...(piece === '' ? [] : [piece])]);
  return new TextRun({
    children,
    rightToLeft,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.link === undefined || run.underline ? {} : { style: 'Hyperlink' }),
  });
}

function paragraphChildren({ label, runs }: LabelledParagraph, rightToLeft: boolean): ParagraphChild[] {
  const children: ParagraphChild[] =
    label === ''
      ? []
      : [
          new TextRun({ text: cleaned(printLabel(label)), style: LABEL_STYLE, rightToLeft }),
          new TextRun({ children: [new Tab()] }),
        ];
  for (const run of runs) {
    const written = textRun(run, rightToLeft);
    children.push(
      run.link === undefined ? written : new ExternalHyperlink({ link: run.link, children: [written] }),
    );
  }
  return children;
}

/** A paragraph in its style, with its label hanging. */
export function writeParagraph(paragraph: LabelledParagraph): Paragraph {
  const rightToLeft =
    paragraph.dir === 'rtl' || (paragraph.dir === 'auto' && firstStrong(paragraph.text) === 'rtl');
  return new Paragraph({
    style: styleId(paragraph.kind, paragraph.level),
    bidirectional: rightToLeft,
    children: paragraphChildren(paragraph, rightToLeft),
  });
}

/** Title, version and date stand in the page header, so that the body is the text and nothing else. */
function pageHeader({ title, versionName, date }: ExportedText, rightToLeft: boolean): Header {
  const said = [title, versionName, date.slice(0, 10)]
    .filter((each) => each !== null && each !== '')
    .join(' · ');
  return new Header({
    children: [
      new Paragraph({
        style: 'SBHeader',
        bidirectional: rightToLeft,
        children: [new TextRun({ text: cleaned(said), size: 18, rightToLeft })],
      }),
    ],
  });
}

export const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'SBHeader',
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });

export async function writeDocx(text: ExportedText): Promise<Uint8Array> {
  const all = text.paragraphs.map((paragraph) => paragraph.text).join('\n');
  const rightToLeft = firstStrong(all) === 'rtl';
  const language = languageOf(all);
  const document = new Document({
    title: cleaned(text.title),
    description: cleaned(text.versionName ?? ''),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: 24,
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
        properties: {},
        headers: { default: pageHeader(text, rightToLeft) },
        footers: { default: pageFooter() },
        children: text.paragraphs.map(writeParagraph),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
