import { writeCsv } from '../../../shared/format/report/write-csv.ts';
import { writeSynthesisHtml } from '../../../shared/format/report/write-synthesis-html.ts';
import { writeRollingHtml } from '../../../shared/format/rolling/write-html.ts';
import type { Report } from '../../../shared/model/report.ts';
import { unreachable } from '../../../shared/model/result.ts';
import type { WrittenFile } from '../../ports/files.ts';
import { exportFileName } from '../export-file-name.ts';
import { CONTENT_TYPES } from '../write-export.ts';
import { writeRecordDocx } from './record-docx.ts';
import { writeRollingDocx } from './rolling-docx.ts';
import { writeSynthesisDocx } from './synthesis-docx.ts';
import { writeTableDocx } from './table-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

const TYPES = {
  html: CONTENT_TYPES.html,
  docx: CONTENT_TYPES.docx,
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function bytesOf(report: Report): Promise<Uint8Array> {
  const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);
  switch (report.what) {
    case 'rolling':
      return report.format === 'html'
        ? utf8(writeRollingHtml(report, report.rolling))
        : await writeRollingDocx(report, report.rolling);
    case 'dispositions':
      if (report.format === 'csv') return utf8(writeCsv(report.table));
      return report.format === 'xlsx'
        ? writeXlsx(report, report.table)
        : await writeTableDocx(report, report.table);
    case 'synthesis':
      return report.format === 'html'
        ? utf8(writeSynthesisHtml(report, report.synthesis))
        : await writeSynthesisDocx(report, report.synthesis);
    case 'record':
      return await writeRecordDocx(report, report.record, report.address);
    default:
      return unreachable(report);
  }
}

/** Writes a report in its format. */
export const writeReport = async (report: Report): Promise<WrittenFile> => ({
  bytes: await bytesOf(report),
  contentType: TYPES[report.format],
  fileName: exportFileName({ title: report.title, versionName: report.what }, report.format),
});
