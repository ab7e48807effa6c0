import type { DispositionTable } from '../../model/disposition-table.ts';
import { cellsOf, leftOutWords, TABLE_COLUMNS } from './table-cells.ts';

/** A spreadsheet takes such a cell for a formula, wherever the words came from (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]/u;

/** A cell by RFC 4180: always quoted, quotation marks doubled. One that a spreadsheet would run begins with an apostrophe. */
export const csvCell = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Lines by RFC 4180, behind a byte order mark, by which Excel knows UTF-8 and shows every script. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;

/** The table of inputs and what became of them. */
export function writeCsv(table: DispositionTable): string {
  const rest = leftOutWords(table);
  return csvText([
    TABLE_COLUMNS,
    ...table.sections.flatMap(({ lines: own }) => own.map(cellsOf)),
    ...(rest === '' ? [] : [[rest, ...TABLE_COLUMNS.slice(1).map(() => '')]]),
  ]);
}
