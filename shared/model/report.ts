import type { DispositionTable } from './disposition-table.ts';
import type { IsoTime } from './ids.ts';
import type { DocumentRecord } from './record.ts';
import type { RollingText } from './rolling.ts';
import type { Synthesis } from './synthesis.ts';

export const ROLLING_FORMATS = ['html', 'docx'] as const;
export type RollingFormat = (typeof ROLLING_FORMATS)[number];
export const SYNTHESIS_FORMATS = ['html', 'docx'] as const;
export type SynthesisFormat = (typeof SYNTHESIS_FORMATS)[number];
export const TABLE_FORMATS = ['csv', 'xlsx', 'docx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What a report says of itself. */
export interface ReportHead {
  readonly title: string;
  readonly date: IsoTime;
}

/** What is written to a file besides texts and comparisons. */
export type Report = ReportHead &
  (
    | { readonly what: 'rolling'; readonly format: RollingFormat; readonly rolling: RollingText }
    | { readonly what: 'dispositions'; readonly format: TableFormat; readonly table: DispositionTable }
    | { readonly what: 'synthesis'; readonly format: SynthesisFormat; readonly synthesis: Synthesis }
    | {
        readonly what: 'record';
        readonly format: 'docx';
        readonly record: DocumentRecord;
        /** Of the server that made it, without a slash at its end. */
        readonly address: string;
      }
  );
