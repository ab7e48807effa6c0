import type { DocumentRecord } from '../../model/record.ts';
import type { RecordBlock } from './record-block.ts';
import { dayWords, paragraphWords, timeCode } from './record-words.ts';

const said = (text: string): RecordBlock => ({ kind: 'said', text });

/** What was said, each with where it can be heard and read. */
export const statementBlocks = (record: DocumentRecord): RecordBlock[] => [
  ...(record.statements.length === 0 ? [said('No statements are in the library.')] : []),
  ...record.statements.flatMap((one): RecordBlock[] => [
    {
      kind: 'heading',
      level: 4,
      text: `${one.speaker}${one.onBehalfOf.length === 0 ? '' : ` on behalf of ${one.onBehalfOf.join(', ')}`}`,
    },
    said(
      [
        one.meeting,
        one.date === null ? '' : dayWords(one.date),
        one.verifiedBy === null ? 'not verified' : `verified by ${one.verifiedBy}`,
        paragraphWords(one.paragraphs),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ),
    ...one.passages.flatMap(({ manner, words, recording }): RecordBlock[] => [
      { kind: 'words', words: manner === 'verbatim' ? { ...words, text: `“${words.text}”` } : words },
      ...(recording === null
        ? []
        : [
            {
              kind: 'link' as const,
              text: recording.at === null ? 'Recording' : `Recording at ${timeCode(recording.at)}`,
              address: recording.url,
            },
          ]),
    ]),
    ...(one.written === null
      ? []
      : [{ kind: 'link' as const, text: 'Written statement', address: one.written }]),
  ]),
  ...(record.statementsLeftOut === 0 ? [] : [said(`${record.statementsLeftOut} more are in the archive.`)]),
];
