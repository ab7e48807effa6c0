import {
  Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { firstStrong } from '../../../shared/format/language.ts';
import type { RecordBlock } from '../../../shared/format/report/record-block.ts';
import { recordBlocks } from '../../../shared/format/report/record-blocks.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import { cleaned, writeParagraph } from '../docx/write-docx.ts';
import { reportDocx, textRuns } from './report-docx.ts';
import { blockDocx } from './synthesis-docx.ts';

const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
/** Twentieths of a point: what is quoted, and what is on record at a paragraph, stands in. */
const INDENT = 560;

const bookmarkOf = (anchor: string): string => `record-${anchor}`;

/** The text's own headings stand below those of the record. */
const below = (paragraph: LabelledParagraph): LabelledParagraph =>
  paragraph.kind === 'heading' ? { ...paragraph, level: Math.min(3, paragraph.level + 1) } : paragraph;

function recordBlock(block: RecordBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const runs = textRuns(block.text);
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          keepNext: true,
          spacing: { before: 280, after: 100 },
          bidirectional: firstStrong(block.text) === 'rtl',
          children:
            block.anchor === undefined
              ? runs
              : [new Bookmark({ id: bookmarkOf(block.anchor), children: runs })],
        }),
      ];
    }
    case 'paragraph':
      return [
        writeParagraph(below(block.paragraph)),
        ...(block.note === ''
          ? []
          : [
              new Paragraph({
                indent: { start: INDENT },
                spacing: { after: 160 },
                children: textRuns(`[${block.note}]`, { italics: true, size: 18 }),
              }),
            ]),
      ];
    case 'words': {
      const { language, text } = block.words;
      return text.split('\n').map(
        (line) =>
          new Paragraph({
            indent: { start: INDENT },
            spacing: { after: 100 },
            bidirectional: firstStrong(line) === 'rtl',
            children: textRuns(line, { language: { value: language, bidirectional: language } }),
          }),
      );
    }
    case 'link':
      return [
        new Paragraph({
          indent: { start: INDENT },
          spacing: { after: 80 },
          children: [
            new TextRun(`${block.text}: `),
            new ExternalHyperlink({
              link: block.address,
              children: [new TextRun({ text: cleaned(block.address), style: 'Hyperlink' })],
            }),
          ],
        }),
      ];
    default:
      return blockDocx(block);
  }
}

/** Its sections, each a link. */
const contents = (blocks: readonly RecordBlock[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' && block.anchor !== undefined
      ? [
          new Paragraph({
            spacing: { after: 40 },
            children: [
              new InternalHyperlink({
                anchor: bookmarkOf(block.anchor),
                children: [new TextRun({ text: cleaned(block.text), style: 'Hyperlink' })],
              }),
            ],
          }),
        ]
      : [],
  );

/** The record in Word: real text, headings, tables with heads that repeat, words in their language. */
export function writeRecordDocx(
  head: ReportHead,
  record: DocumentRecord,
  address: string,
): Promise<Uint8Array> {
  const blocks = recordBlocks(record, address);
  return reportDocx({ ...head, what: 'record', words: 'the', orientation: PageOrientation.PORTRAIT }, [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: firstStrong(head.title) === 'rtl',
      children: textRuns(head.title),
    }),
    ...contents(blocks),
    ...blocks.flatMap(recordBlock),
  ]);
}
