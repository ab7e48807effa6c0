import type { AskedStatement } from '../../../../shared/api/statement.ts';
import type { DelegationId, ParagraphId, ProposalId } from '../../../../shared/model/ids.ts';
import type { PassageManner, Statement } from '../../../../shared/model/statement.ts';
import { readTimeCode, timeCode } from '../../../ui/time-code.ts';

/** A passage as it is edited: everything as it is typed. */
export interface PassageFields {
  readonly key: string;
  readonly manner: PassageManner;
  readonly text: string;
  readonly language: string;
  readonly url: string;
  readonly time: string;
}

/** A statement as it is edited. Lists of names hold one name a line. */
export interface StatementFields {
  readonly speaker: string;
  readonly delegationId: DelegationId | null;
  readonly onBehalfOf: string;
  readonly alsoOnBehalfOf: string;
  readonly alignsWith: string;
  readonly except: string;
  /** `YYYY-MM-DD` or ''. */
  readonly date: string;
  readonly meeting: string;
  readonly passages: readonly PassageFields[];
  readonly written: string;
  readonly paragraphs: readonly ParagraphId[];
  readonly proposals: readonly ProposalId[];
}

export const SPOKEN_FOR = ['onBehalfOf', 'alsoOnBehalfOf', 'alignsWith', 'except'] as const;

export const newPassage = (key: string, language: string): PassageFields => ({
  key,
  manner: 'verbatim',
  text: '',
  language,
  url: '',
  time: '',
});

export const newFields = (passage: PassageFields): StatementFields => ({
  speaker: '',
  delegationId: null,
  onBehalfOf: '',
  alsoOnBehalfOf: '',
  alignsWith: '',
  except: '',
  date: '',
  meeting: '',
  passages: [passage],
  written: '',
  paragraphs: [],
  proposals: [],
});

/** A statement of the library, to be edited. */
export const fieldsOf = (row: Statement): StatementFields => ({
  speaker: row.speaker,
  delegationId: row.delegationId,
  onBehalfOf: row.spokenFor.onBehalfOf.join('\n'),
  alsoOnBehalfOf: row.spokenFor.alsoOnBehalfOf.join('\n'),
  alignsWith: row.spokenFor.alignsWith.join('\n'),
  except: row.spokenFor.except.join('\n'),
  date: row.date?.slice(0, 10) ?? '',
  meeting: row.meeting,
  passages: row.passages.map(({ manner, words, recording }, n) => ({
    key: String(n),
    manner,
    text: words.text,
    language: words.language,
    url: recording?.url ?? '',
    time: recording?.at == null ? '' : timeCode(recording.at),
  })),
  written: row.written ?? '',
  paragraphs: row.paragraphs,
  proposals: row.proposals,
});

/** What keeps fields from being sent: a message below `statements.form`, and the passage it is about. */
export interface FieldMistake {
  readonly field: 'speaker' | 'passages' | 'written' | 'url' | 'time';
  readonly passage: number | null;
  readonly why: 'needed' | 'nothingSaid' | 'wrongAddress' | 'wrongTime' | 'timeWithoutAddress';
}

const isAddress = (typed: string): boolean => /^https?:\/\/[^\s/]+\S*$/iu.test(typed);
const lines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** Everything that is wrong; nothing where they can be sent. Passages without words are left out, not wrong. */
export function mistakesIn(fields: StatementFields): readonly FieldMistake[] {
  const found: FieldMistake[] = [];
  const put = (field: FieldMistake['field'], why: FieldMistake['why'], passage: number | null = null): void =>
    void found.push({ field, passage, why });
  if (fields.speaker.trim() === '') put('speaker', 'needed');
  const said = fields.passages.filter(({ text }) => text.trim() !== '');
  const stands = SPOKEN_FOR.some((name) => lines(fields[name]).length > 0);
  const written = fields.written.trim();
  if (said.length === 0 && !stands && written === '') put('passages', 'nothingSaid');
  if (written !== '' && !isAddress(written)) put('written', 'wrongAddress');
  for (const [n, { text, url, time }] of fields.passages.entries()) {
    if (text.trim() === '') continue;
    if (url.trim() !== '' && !isAddress(url.trim())) put('url', 'wrongAddress', n);
    if (time.trim() !== '' && readTimeCode(time) === null) put('time', 'wrongTime', n);
    else if (time.trim() !== '' && url.trim() === '') put('url', 'timeWithoutAddress', n);
  }
  return found;
}

/** What is sent. Only for fields without mistakes. */
export const requestOf = (fields: StatementFields): AskedStatement => ({
  speaker: fields.speaker.replace(/\s+/g, ' ').trim(),
  delegationId: fields.delegationId,
  spokenFor: {
    onBehalfOf: lines(fields.onBehalfOf),
    alsoOnBehalfOf: lines(fields.alsoOnBehalfOf),
    alignsWith: lines(fields.alignsWith),
    except: lines(fields.except),
  },
  date: fields.date === '' ? null : fields.date,
  meeting: fields.meeting.replace(/\s+/g, ' ').trim(),
  passages: fields.passages
    .filter(({ text }) => text.trim() !== '')
    .map(({ manner, text, language, url, time }) => ({
      manner,
      words: { language, text: text.trim() },
      recording:
        url.trim() === '' ? null : { url: url.trim(), at: time.trim() === '' ? null : readTimeCode(time) },
    })),
  written: fields.written.trim() === '' ? null : fields.written.trim(),
  paragraphs: [...fields.paragraphs],
  proposals: [...fields.proposals],
});
