import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeReport } from '../../../../server/files/report/write-report.ts';
import { compileRolling } from '../../../../shared/format/rolling/compile-rolling.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { at } from '../../../shared/domain/register-sketch.ts';
import { lineOf, tableOf } from '../../../shared/format/report/sketch.ts';
import { change, line } from '../../../shared/format/rolling/sketch.ts';
import { settleDocx } from '../settle-docx.ts';

const head = { title: 'Sample <text>', date: at(0) };
const rolling = compileRolling({
  paragraphs: [line('1', 'We decide & invite.'), line('2', 'نقرر أن نعزز التعاون بين جميع الأطراف.')],
  changes: [
    change('A', '1', 'replace', ['We decide & urge.']),
    change('<script>', '2', 'insert-after', ['We <b>hope</b>.']),
    change('B', '9', 'delete'),
  ],
  statuses: new Map(),
});
const report = (more: object) => writeReport({ ...head, ...more } as Report);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);

describe('rolling text as a file', () => {
  it('L15: the HTML page stands alone, holds no script, isolates names, and explains its signs', async () => {
    const { bytes, contentType, fileName } = await report({ what: 'rolling', format: 'html', rolling });
    const html = text(bytes);
    expect(contentType).toContain('text/html');
    expect(fileName).toBe('sample-text-rolling.html');
    expect(html).not.toMatch(/<script|<b>hope|\ssrc=|href=|style="/);
    expect(html).toContain(
      '<bdi class="by">Delegation A</bdi><span class="said">: </span><ins><bdi>urge</bdi></ins>',
    );
    expect(html).toContain('We &lt;b&gt;hope&lt;/b&gt;.');
    expect(html).toContain('<dt>12 bis, 12 ter …</dt>');
    expect(html).toContain('no longer in the text');
  });

  it('L15: the Word file says the same in words, legend first', async () => {
    const { bytes } = await report({ what: 'rolling', format: 'docx', rolling });
    const paragraphs = settleDocx(bytes, 'accept');
    expect(paragraphs[0]).toContain('2 paragraphs, 1 with brackets; 3 open proposals');
    expect(paragraphs).toContain('1.\tWe decide & [invite][Delegation A: urge].');
    expect(paragraphs).toContain('2 bis.\t[Delegation <script>: We <b>hope</b>.]');
    expect(paragraphs.at(-1)).toBe(
      '9.\t[Earlier words.] [Delegation B: delete (proposed on earlier wording)]',
    );
    expect(paragraphs.some((each) => each.startsWith('[ ]  Not agreed'))).toBe(true);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(xml).toMatch(/<w:highlight w:val="yellow"\/>/);
    expect(xml).toMatch(/<w:bidi/);
  });
});

describe('disposition table as a file', () => {
  const nasty = '=HYPERLINK("x")\r\n<b>_x000D_ \u0007 🙂 نص';
  const table = tableOf(
    lineOf({ text: nasty, decision: 'noted' }),
    lineOf({ id: 'comment.c2', text: 'x'.repeat(40_000) }),
  );

  it('O20: the workbook is well-formed and holds texts, never formulas', async () => {
    const { bytes, fileName } = await report({ what: 'dispositions', format: 'xlsx', table });
    expect(fileName).toBe('sample-text-dispositions.xlsx');
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts))
      expect(() => new XMLParser().parse(strFromU8(part), true), name).not.toThrow();
    const sheet = sheetOf(bytes);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('=HYPERLINK(&quot;x&quot;)\n&lt;b&gt;_x005F_x000D_ \uFFFD 🙂 نص');
    expect(sheet.match(/<row /g)).toHaveLength(3);
    const cells = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(
      ([, words]) => words as string,
    );
    expect(Math.max(...cells.map((words) => words.length))).toBeLessThanOrEqual(32_767);
    expect(cells.some((words) => words.endsWith('[cut here: too long for a spreadsheet cell]'))).toBe(true);
  });

  it('O18: the Word file has a table under each heading', async () => {
    const { bytes } = await report({ what: 'dispositions', format: 'docx', table });
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(xml.indexOf('General comments')).toBeGreaterThan(0);
    expect(xml.indexOf('General comments')).toBeLessThan(xml.indexOf('<w:tbl>'));
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('Noted');
  });
});
