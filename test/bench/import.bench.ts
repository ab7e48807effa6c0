import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImport } from '../../server/files/read-import.ts';
import { writeExport } from '../../server/files/write-export.ts';
import { EXPORT_FORMATS } from '../../shared/model/file.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import { splitPrintedLabel } from '../../shared/text/printed-label.ts';

/**
 * Import and export of the largest text of a folder (a text of 400 numbered paragraphs when there is none), each format
 * against reading plain text. Times are the best of five, in the calling thread; the server does this work in its own.
 */
export const name = 'import and export';

const RUNS = 5;
const PARAGRAPHS = 400;
const DATE = '2025-01-01T00:00:00.000Z' as IsoTime;

async function best<Value>(
  act: () => Promise<Value>,
): Promise<readonly [value: Value, milliseconds: number]> {
  let value = await act();
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    value = await act();
    least = Math.min(least, performance.now() - start);
  }
  return [value, least];
}

const ownText = (): string =>
  Array.from(
    { length: PARAGRAPHS },
    (_, k) => `${k + 1}. Decides that ${'every lamp is lit and '.repeat(12)}kept.`,
  ).join('\n\n');

function texts(folder: string | undefined): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const names =
    folder === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.txt'));
  if (folder === undefined || names.length === 0) return [['own text', new TextEncoder().encode(ownText())]];
  return names.map((each) => [each, readFileSync(join(folder, each))]);
}

async function read(bytes: Uint8Array, fileName: string) {
  const result = await readImport(bytes, fileName, () => '');
  if (!result.ok) throw new Error(`${fileName}: ${result.error.detail}`);
  return labelParagraphs(result.value.paragraphs, null);
}

export async function run(print: (line: string) => void, folder?: string): Promise<void> {
  const all = texts(folder);
  let blocks = 0;
  let labels = 0;
  for (const [fileName, bytes] of all) {
    const paragraphs = await read(bytes, fileName);
    const printed = new TextDecoder()
      .decode(bytes)
      .split(/\n\s*\n/)
      .map((each) => splitPrintedLabel(each.trim()).label);
    blocks += paragraphs.length;
    labels += printed.filter((each) => each !== '').length;
  }
  print(`${all.length} files, ${blocks} paragraphs, ${labels} printed labels`);
  const [largest, bytes] = all.reduce((most, each) => (each[1].length > most[1].length ? each : most));
  const [paragraphs, base] = await best(() => read(bytes, 'text.txt'));
  print(
    `largest: ${largest}, ${bytes.length} bytes, ${paragraphs.length} paragraphs, read as text in ${base.toFixed(1)} ms`,
  );
  print(
    `${'format'.padEnd(8)}${'bytes'.padStart(10)}${'write ms'.padStart(10)}${'read ms'.padStart(10)}${'read ×'.padStart(9)}`,
  );
  for (const format of EXPORT_FORMATS) {
    const [written, writing] = await best(() =>
      writeExport(format, { title: 'Text', versionName: null, date: DATE, paragraphs }),
    );
    const reading = format === 'json' ? null : (await best(() => read(written.bytes, written.fileName)))[1];
    const ratio = reading === null ? '–' : (reading / base).toFixed(1);
    print(
      `${format.padEnd(8)}${String(written.bytes.length).padStart(10)}${writing.toFixed(1).padStart(10)}${(reading?.toFixed(1) ?? '–').padStart(10)}${ratio.padStart(9)}`,
    );
  }
}
