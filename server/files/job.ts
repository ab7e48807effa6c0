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
import type { WrittenFile } from '../ports/files.ts';

/** What the worker is asked. `id` comes back with the answer. */
export type Job =
  | { readonly id: number; readonly act: 'read'; readonly bytes: Uint8Array; readonly fileName: string }
  | {
      readonly id: number;
      readonly act: 'write';
      readonly format: ExportFormat;
      readonly text: ExportedText;
    }
  | {
      readonly id: number;
      readonly act: 'compare';
      readonly format: ComparisonFormat;
      readonly compared: ExportedComparison;
    }
  | { readonly id: number; readonly act: 'report'; readonly report: Report };

/** What it answers. Imported paragraphs have empty ids: whoever asked gives them theirs. */
export type Answer =
  | { readonly id: number; readonly read: Result<ImportedText, Problem> }
  | { readonly id: number; readonly written: WrittenFile }
  | { readonly id: number; readonly bug: string };
