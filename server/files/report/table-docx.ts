import { HeadingLevel, PageOrientation, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { firstStrong } from '../../../shared/format/language.ts';
import {
  cellsOf,
  leftOutWords,
  sectionName,
  TABLE_COLUMNS,
} from '../../../shared/format/report/table-cells.ts';
import type { DispositionSection, DispositionTable } from '../../../shared/model/disposition-table.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import { reportDocx, textRuns } from './report-docx.ts';

/** Half-points: small enough for eleven columns on a page turned sideways. */
const SIZE = 14;
/** Share of the width of each column, in percent. The paragraph stands above the table. */
const WIDTHS = [7, 0, 9, 8, 6, 18, 18, 8, 14, 4, 8] as const;
const SHOWN = TABLE_COLUMNS.map((name, at) => ({ name, at })).filter(({ at }) => WIDTHS[at] !== 0);

const cell = (text: string, at: number, bold = false): TableCell =>
  new TableCell({
    width: { size: WIDTHS[at] as number, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        style: 'SBHeader',
        bidirectional: firstStrong(text) === 'rtl',
        children: textRuns(text, { size: SIZE, bold }),
      }),
    ],
  });

function sectionTable({ lines }: DispositionSection): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: SHOWN.map(({ name, at }) => cell(name, at, true)),
  });
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    return new TableRow({ children: SHOWN.map(({ at }) => cell(cells[at] as string, at)) });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] });
}

/** The disposition table in Word: general comments first, then a table for each paragraph. */
export function writeTableDocx(head: ReportHead, table: DispositionTable): Promise<Uint8Array> {
  const rest = leftOutWords(table);
  return reportDocx(
    {
      ...head,
      what: 'disposition of comments and proposals',
      words: table.sections.map(({ words }) => words).join('\n'),
      orientation: PageOrientation.LANDSCAPE,
    },
    [
      ...table.sections.flatMap((section) => [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 320, after: 100 },
          children: textRuns(sectionName(section)),
        }),
        ...(section.words === ''
          ? []
          : [
              new Paragraph({
                keepNext: true,
                bidirectional: firstStrong(section.words) === 'rtl',
                children: textRuns(section.words, { italics: true }),
              }),
            ]),
        sectionTable(section),
      ]),
      ...(rest === '' ? [] : [new Paragraph({ children: textRuns(rest) })]),
    ],
  );
}
