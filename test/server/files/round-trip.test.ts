import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../../server/files/read-import.ts';
import { writeExport } from '../../../server/files/write-export.ts';
import type { ExportFormat } from '../../../shared/model/file.ts';
import type { IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph, Paragraph, ParagraphKind, Run } from '../../../shared/model/paragraph.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { seeded } from '../../seeded.ts';
import { counting } from '../../shared/format/ids.ts';

const make = (
  kind: ParagraphKind,
  level: number,
  runs: readonly Run[],
  more: Partial<Paragraph> = {},
): Paragraph => ({ id: 'x' as ParagraphId, kind, level, dir: 'auto', from: [], pinned: null, runs, ...more });
const words = (text: string): Run[] => [{ text }];

const TEXT: readonly Paragraph[] = [
  make('title', 0, words('Draft on [lighthouses] & <bells>')),
  make('heading', 1, words('Light'), { pinned: 'I.' }),
  make('preambular', 0, [{ text: 'Recalling', italic: true }, { text: ' its earlier decisions,' }]),
  make('preambular', 0, words('A line that reads as nothing in particular.')),
  make('heading', 2, words('Of lamps.')),
  make('operative', 0, [
    { text: 'Decides', italic: true },
    { text: ' that ' },
    { text: 'every', bold: true },
    { text: ' lamp', bold: true, italic: true },
    { text: ', being ' },
    { text: 'lit', underline: true },
    { text: ', is [to be] shown at ' },
    { text: 'the list', link: 'https://example.org/list?a=1&b=(2)' },
    { text: ':' },
  ]),
  make('item', 1, words('At dusk;')),
  make('item', 2, words('In winter;')),
  make('item', 3, words('Twice;')),
  make('item', 4, words('At least;')),
  make('item', 1, words('A thing;'), { pinned: '•' }),
  make('operative', 0, words('Requests a report.'), { pinned: '12 bis' }),
  make(
    'operative',
    0,
    words('12. is not my label; *stars*, _lines_, `ticks`, a_b, https://example.org and me@example.org'),
  ),
  make('plain', 0, words('Plain, and quiet.')),
  make('heading', 3, words('حول المنارات'), { dir: 'rtl' }),
  make('plain', 0, words('تؤكد الجمعية أن الضوء واجب.'), { dir: 'rtl' }),
];

const labelled = labelParagraphs(TEXT, null);

async function roundTrip(
  format: ExportFormat,
  paragraphs: readonly LabelledParagraph[],
): Promise<readonly Paragraph[]> {
  const written = await writeExport(format, {
    title: 'Lighthouses',
    versionName: 'Rev.1',
    date: '2025-06-01T12:00:00.000Z' as IsoTime,
    paragraphs,
  });
  const read = await readImport(written.bytes, written.fileName, counting());
  if (!read.ok) throw new Error(read.error.detail);
  expect(read.value.warnings).toEqual([]);
  return read.value.paragraphs;
}
const seen = (paragraphs: readonly Paragraph[]): unknown[] =>
  labelParagraphs(paragraphs, null).map(({ kind, level, label, runs }) => ({ kind, level, label, runs }));

/** Letters of many scripts, marks of drafts, and everything that is markup somewhere. No white space at the ends. */
const anyWords = fc
  .array(
    fc.constantFrom(
      ...'abc ÅéßΩжא中ا',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '<',
      '>',
      '&',
      '&amp;',
      '"',
      '\\',
      '`',
      '#',
      '- ',
      '. ',
      '1',
      '\t',
      '  ',
      '😀',
      '\u00a0',
      '\u0301',
      '|',
      '~~',
      '!',
    ),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((pieces) => `a${pieces.join('')}z`);
const anyMarks = fc.record({
  bold: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  link: fc.boolean(),
});
const anyRuns = fc.array(fc.tuple(anyWords, anyMarks), { minLength: 1, maxLength: 4 }).map((pieces) => {
  const runs: Run[] = [];
  for (const [text, { bold, italic, underline, link }] of pieces) {
    const marks = {
      ...(bold ? { bold: true as const } : {}),
      ...(italic ? { italic: true as const } : {}),
      ...(underline ? { underline: true as const } : {}),
      ...(link ? { link: 'https://example.org/a' } : {}),
    };
    const last = runs.at(-1);
    const { text: before, ...lastMarks } = last ?? { text: '' };
    if (last !== undefined && JSON.stringify(lastMarks) === JSON.stringify(marks))
      runs[runs.length - 1] = { text: before + text, ...marks };
    else runs.push({ text, ...marks });
  }
  return runs;
});
const anyParagraph = fc
  .tuple(
    fc.constantFrom<readonly [ParagraphKind, number]>(
      ['title', 0],
      ['heading', 1],
      ['heading', 2],
      ['heading', 3],
      ['preambular', 0],
      ['operative', 0],
      ['plain', 0],
      ['item', 1],
      ['item', 2],
      ['item', 3],
      ['item', 4],
    ),
    anyRuns,
    fc.constantFrom(null, null, null, '7', '12 bis', '(c)', 'IV.'),
  )
  .map(([[kind, level], runs, pinned]) => make(kind, level, runs, { pinned }));

/** Writing Word files takes its time on a busy machine. */
const TIMEOUT = 60_000;

describe('what is written is read back', { timeout: TIMEOUT }, () => {
  it.each<ExportFormat>(['docx', 'html'])(
    'I20: %s keeps kinds, levels, labels, text and marks',
    async (format) => {
      expect(seen(await roundTrip(format, labelled))).toEqual(seen(TEXT));
    },
  );

  it('I20: docx and html keep right-to-left paragraphs', async () => {
    for (const format of ['docx', 'html'] as const)
      expect((await roundTrip(format, labelled)).map((each) => each.dir)).toEqual(
        TEXT.map((each) => each.dir),
      );
  });

  it.each<ExportFormat>(['docx', 'html'])('I20: any text through %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyParagraph, { minLength: 1, maxLength: 6 }), async (paragraphs) => {
        expect(seen(await roundTrip(format, labelParagraphs(paragraphs, null)))).toEqual(seen(paragraphs));
      }),
      seeded(format === 'docx' ? 15 : 150),
    );
  });

  it('I21: md keeps labels, text and marks', async () => {
    const back = labelParagraphs(await roundTrip('md', labelled), null);
    const [there, here] = [labelled, back].map((all) => all.map(({ label, runs }) => ({ label, runs })));
    expect(here).toEqual(there);
  });

  it('I21: any text and marks through md', async () => {
    // A plain text that begins like a label is read as one: Markdown says no kinds.
    await fc.assert(
      fc.asyncProperty(fc.array(anyRuns, { minLength: 1, maxLength: 4 }), async (all) => {
        const paragraphs = labelParagraphs(
          all.map((runs) =>
            make(
              'plain',
              0,
              runs.map((run, k) => (k === 0 ? { ...run, text: `word ${run.text}` } : run)),
            ),
          ),
          null,
        );
        const back = await roundTrip('md', paragraphs);
        expect(back.map((each) => each.runs)).toEqual(paragraphs.map((each) => each.runs));
      }),
      seeded(300),
    );
  });

  it('I22: txt keeps labels and text', async () => {
    const back = labelParagraphs(await roundTrip('txt', labelled.slice(0, 12)), null);
    expect(back.map(({ label, text }) => [label, text])).toEqual(
      labelled.slice(0, 12).map(({ label, text }) => [label, text]),
    );
  });

  it('I23: file names are plain, types say their charset', async () => {
    const written = await writeExport('txt', {
      title: 'Éléments: “Feux” / Огни',
      versionName: 'Rev.2',
      date: '2025-06-01T12:00:00.000Z' as IsoTime,
      paragraphs: labelled,
    });
    expect([written.fileName, written.contentType]).toEqual([
      'elements-feux-rev-2.txt',
      'text/plain; charset=utf-8',
    ]);
  });
});
