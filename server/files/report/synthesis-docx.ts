import { HeadingLevel, PageOrientation, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { firstStrong } from '../../../shared/format/language.ts';
import {
  type ReportBlock,
  synthesisBlocks,
  synthesisName,
} from '../../../shared/format/report/synthesis-blocks.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import { unreachable } from '../../../shared/model/result.ts';
import type { Synthesis } from '../../../shared/model/synthesis.ts';
import { reportDocx, textRuns } from './report-docx.ts';

const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
/** Half-points of the tables: twelve columns on an upright page. */
const SMALL = 15;
/** Share of a table's width that its first column takes, in percent: names stand in it, numbers in the others. */
const FIRST = 16;
/** Twentieths of a point. */
const INDENT = 340;

const line = (
  text: string,
  more: Parameters<typeof textRuns>[1] = {},
  paragraph: {
    readonly keepNext?: boolean;
    readonly indent?: { readonly start: number };
    readonly spacing?: { readonly after: number };
  } = {},
): Paragraph =>
  new Paragraph({ ...paragraph, bidirectional: firstStrong(text) === 'rtl', children: textRuns(text, more) });

const row = (texts: readonly string[], head: boolean): TableRow =>
  new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: texts.map(
      (text, k) =>
        new TableCell({
          width: { size: k === 0 ? FIRST : (100 - FIRST) / (texts.length - 1), type: WidthType.PERCENTAGE },
          margins: { top: 30, bottom: 30, left: 50, right: 50 },
          children: [line(text, { size: SMALL, bold: head || k === 0 })],
        }),
    ),
  });

/** A block as Word has it. */
export function blockDocx(block: ReportBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: LEVELS[block.level],
          keepNext: true,
          spacing: { before: 280, after: 100 },
          bidirectional: firstStrong(block.text) === 'rtl',
          children: textRuns(block.text),
        }),
      ];
    case 'said':
      return [line(block.text, {}, { spacing: { after: 120 } })];
    case 'quoted':
      return [line(block.text, { italics: true }, { keepNext: true, spacing: { after: 120 } })];
    case 'table':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
        }),
        line('', {}, { spacing: { after: 60 } }),
      ];
    case 'item':
      return [
        line(block.by, { bold: true }, { keepNext: true, indent: { start: INDENT } }),
        line(
          block.text,
          {},
          { indent: { start: INDENT }, spacing: { after: block.outcome === '' ? 140 : 0 } },
        ),
        ...(block.outcome === ''
          ? []
          : [line(block.outcome, { italics: true }, { indent: { start: INDENT }, spacing: { after: 140 } })]),
      ];
    default:
      return unreachable(block);
  }
}

/** The synthesis in Word. */
export const writeSynthesisDocx = (head: ReportHead, synthesis: Synthesis): Promise<Uint8Array> =>
  reportDocx({ ...head, what: 'synthesis', words: 'the', orientation: PageOrientation.PORTRAIT }, [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns('Synthesis') }),
    line(`${synthesisName(synthesis)}.`, { italics: true }, { spacing: { after: 160 } }),
    ...synthesisBlocks(synthesis).flatMap(blockDocx),
  ]);
