import type {
  ComparisonFormat,
  ExportedComparison,
  ExportedText,
  ExportFormat,
  ImportedText,
} from '../../shared/model/file.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Result } from '../../shared/model/result.ts';

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** Content-Type with its charset. */
  readonly contentType: string;
  /** Plain ASCII, safe in a Content-Disposition header. */
  readonly fileName: string;
}

/** Files in and out. server/files implements it; nothing in it touches a disk. */
export interface Files {
  /**
   * Reads .txt, .md, .docx or .html. The content decides the type; the name only between kinds of plain text.
   * Problems: empty-file, too-large (past IMPORT_FILE_BYTES), unsupported-file, unreadable-file, unknown-encoding.
   */
  readImport(bytes: Uint8Array, fileName: string): Promise<Result<ImportedText, Problem>>;
  writeExport(format: ExportFormat, text: ExportedText): Promise<WrittenFile>;
  /** Compares two texts and writes what changed; a .docx holds it as tracked changes. */
  writeComparison(format: ComparisonFormat, compared: ExportedComparison): Promise<WrittenFile>;
  /** Writes a rolling text, a disposition table, a synthesis or a record. */
  writeReport(report: Report): Promise<WrittenFile>;
}
