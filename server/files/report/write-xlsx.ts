import { strToU8, zipSync } from 'fflate';
import { cellsOf, leftOutWords, TABLE_COLUMNS } from '../../../shared/format/report/table-cells.ts';
import type { DispositionTable } from '../../../shared/model/disposition-table.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import { escapeXml } from '../comparison-docx-xml.ts';

/** SpreadsheetML by hand (ECMA-376 part 1, 18): one sheet of texts needs six small parts and no library. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that a cell holds in Excel. */
const MOST = 32_767;
const CUT = '… [cut here: too long for a spreadsheet cell]';

/** Widths of the columns, in characters. */
const WIDTHS = [14, 14, 24, 20, 12, 60, 60, 18, 44, 14, 30] as const;

const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
/** The heading row stays when one scrolls, is repeated in print, and filters. */
const workbook = (lastRow: number): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Disposition" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
  `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Disposition!$A$1:$K$${lastRow}</definedName>` +
  `<definedName name="_xlnm.Print_Titles" localSheetId="0">Disposition!$1:$1</definedName></definedNames></workbook>`;
/** Style 0: wrapped text. Style 1: the heading row. Both are of the number format Text (49), so that nothing is reckoned. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** A text as it is: an inline string is never a formula. `_x000D_` and its like are escapes of the format. */
function cellXml(text: string, column: number, row: number, style: number): string {
  const whole = text.length > MOST ? text.slice(0, MOST - CUT.length) + CUT : text;
  const plain = whole.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return `<c r="${String.fromCharCode(65 + column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(plain)}</t></is></c>`;
}

const rowXml = (cells: readonly string[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((text, column) => cellXml(text, column, row, style)).join('')}</row>`;

/** The disposition table as a workbook of one sheet. */
export function writeXlsx({ date }: ReportHead, table: DispositionTable): Uint8Array {
  const rest = leftOutWords(table);
  const lines = table.sections.flatMap((section) => section.lines.map(cellsOf));
  const rows = [
    rowXml(TABLE_COLUMNS, 1, 1),
    ...lines.map((cells, k) => rowXml(cells, k + 2, 0)),
    ...(rest === '' ? [] : [rowXml([rest], lines.length + 2, 0)]),
  ];
  const last = lines.length + 1;
  const columns = WIDTHS.map(
    (width, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`,
  );
  const sheet =
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:K${last}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT,
    'xl/workbook.xml': workbook(last),
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(date),
  });
}
