import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../server/files/files.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { counting } from '../../shared/format/ids.ts';
import { p, r, word } from './word.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Starting the thread from its sources compiles them: seconds on a busy machine. */
const TIMEOUT = 60_000;
const files = createFiles(counting());

describe('files in their own thread', { timeout: TIMEOUT }, () => {
  it('I32: several at once come back to whoever asked, with ids given here', async () => {
    const [one, two, bad] = await Promise.all([
      files.readImport(text('1. One.'), 'a.txt'),
      files.readImport(word({ body: p(r('2. Two.')) }), 'b.docx'),
      files.readImport(text(''), 'c.txt'),
    ]);
    const seen = (result: typeof one): unknown =>
      result.ok ? result.value.paragraphs.map((each) => [each.id, each.runs[0]?.text]) : result.error.code;
    expect([one, two, bad].map(seen)).toEqual([[['p1', 'One.']], [['p2', 'Two.']], 'empty-file']);
  });

  it('I32: writes, too', async () => {
    const read = await files.readImport(text('1. One.'), 'a.txt');
    const paragraphs = labelParagraphs(read.ok ? read.value.paragraphs : [], null);
    const date = '2025-06-01T12:00:00.000Z' as IsoTime;
    const written = await files.writeExport('md', { title: 'T', versionName: null, date, paragraphs });
    expect([written.fileName, new TextDecoder().decode(written.bytes)]).toEqual(['t.md', '1\\. One.\n']);
  });

  it('I33: a file that takes too long is refused, and the next one is read', async () => {
    const hurried = createFiles(counting(), { mostMilliseconds: 1 });
    const result = await hurried.readImport(text('a\n\n'.repeat(10_000)), 'a.txt');
    expect(result.ok ? null : result.error.code).toBe('too-large');
    expect((await files.readImport(text('One.'), 'a.txt')).ok).toBe(true);
  });
});
