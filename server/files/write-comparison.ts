import { compareTexts } from '../../shared/compare/compare-texts.ts';
import { printComparisonHtml } from '../../shared/format/comparison-html.ts';
import { printComparisonJson } from '../../shared/format/comparison-json.ts';
import { printComparisonText } from '../../shared/format/comparison-text.ts';
import type { ComparisonFormat, ExportedComparison } from '../../shared/model/file.ts';
import { unreachable } from '../../shared/model/result.ts';
import type { WrittenFile } from '../ports/files.ts';
import { writeComparisonDocx } from './comparison-docx.ts';
import { exportFileName } from './export-file-name.ts';
import { CONTENT_TYPES } from './write-export.ts';

/** Compares two texts and writes what changed. A .docx holds it as tracked changes, with their authors where known. */
export function writeComparison(format: ComparisonFormat, compared: ExportedComparison): WrittenFile {
  const { title, from, to } = compared;
  return {
    bytes: bytesOf(format, compared),
    contentType: CONTENT_TYPES[format],
    fileName: exportFileName({ title, versionName: `${from.name} ${to.name}` }, format),
  };
}

function bytesOf(
  format: ComparisonFormat,
  { title, from, to, date, authors }: ExportedComparison,
): Uint8Array {
  const comparison = compareTexts(from.paragraphs, to.paragraphs);
  const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);
  switch (format) {
    case 'json':
      return utf8(printComparisonJson(comparison));
    case 'txt':
      return utf8(printComparisonText(comparison, { colour: false }));
    case 'html':
      return utf8(printComparisonHtml(comparison, { from: from.name, to: to.name }));
    case 'docx':
      return writeComparisonDocx(comparison, from.paragraphs, to.paragraphs, {
        title: `${title}: ${from.name} → ${to.name}`,
        date,
        attribute: (row) => {
          const known = (comparison.rows[row]?.to ?? []).flatMap((block) => authors[block] ?? []);
          const last = known
            .map((each) => each.date)
            .sort()
            .at(-1);
          return last === undefined
            ? null
            : { author: [...new Set(known.map(({ author }) => author))].join('; '), date: last };
        },
      });
    default:
      return unreachable(format);
  }
}
