import { writeHtml } from '../../shared/format/write-html.ts';
import { writeJson } from '../../shared/format/write-json.ts';
import { writeMarkdown } from '../../shared/format/write-markdown.ts';
import { writeTxt } from '../../shared/format/write-txt.ts';
import type { ExportedText, ExportFormat } from '../../shared/model/file.ts';
import { unreachable } from '../../shared/model/result.ts';
import type { WrittenFile } from '../ports/files.ts';
import { writeDocx } from './docx/write-docx.ts';
import { exportFileName } from './export-file-name.ts';

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
};

async function bytesOf(format: ExportFormat, text: ExportedText): Promise<Uint8Array> {
  const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);
  switch (format) {
    case 'txt':
      return utf8(writeTxt(text.paragraphs));
    case 'md':
      return utf8(writeMarkdown(text.paragraphs));
    case 'html':
      return utf8(writeHtml(text));
    case 'json':
      return utf8(writeJson(text));
    case 'docx':
      return writeDocx(text);
    default:
      return unreachable(format);
  }
}

/** Writes a text in a format. See server/ports/files.ts for what it promises. */
export const writeExport = async (format: ExportFormat, text: ExportedText): Promise<WrittenFile> => ({
  bytes: await bytesOf(format, text),
  contentType: CONTENT_TYPES[format],
  fileName: exportFileName(text, format),
});
