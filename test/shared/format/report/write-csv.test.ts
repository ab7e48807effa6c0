import { describe, expect, it } from 'vitest';
import { TABLE_COLUMNS } from '../../../../shared/format/report/table-cells.ts';
import { csvCell, writeCsv } from '../../../../shared/format/report/write-csv.ts';
import { lineOf, tableOf } from './sketch.ts';

/** A reader by RFC 4180, as plain as the format. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        at++;
        rows.push([]);
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe('the disposition table as CSV', () => {
  it('O18: has a byte order mark, lines that end in CR LF, and gives every cell back', () => {
    const nasty = 'He said "no", and:\r\n= nothing\nمرحبا 你好 Здравствуйте';
    const csv = writeCsv(tableOf(lineOf({ text: nasty, delegation: 'Delegation A' })));
    expect(csv.startsWith('\uFEFF"Id","Paragraph"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [head, row] = readCsv(csv.slice(1));
    expect(head).toEqual([...TABLE_COLUMNS]);
    expect(row?.[2]).toBe('Delegation A');
    expect(row?.[5]).toBe(nasty);
  });

  it.each(['=1+1', '+41 22', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('O19: %j cannot run', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  it('O19: other cells are as they were written', () => {
    for (const text of ['We decide.', "'quoted'", '12 bis', '']) expect(csvCell(text)).toBe(`"${text}"`);
  });

  it('O18: what a table cannot hold is told in it', () => {
    const csv = writeCsv({ ...tableOf(lineOf()), leftOut: 7 });
    expect(readCsv(csv.slice(1)).at(-1)?.[0]).toContain('7 more inputs');
  });
});
