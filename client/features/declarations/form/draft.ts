import type { DeclarationCorrection } from '../../../../shared/api/declaration.ts';
import type { WantedObject } from '../../../../shared/domain/declaration-objects.ts';
import type { Declaration, DeclarationKind, Ground } from '../../../../shared/model/declaration.ts';
import type { GroupId, ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import { readTimeCode, timeCode } from '../../../ui/time-code.ts';
import { languageTag } from '../languages.ts';

/** A declaration as it is being written: what stands in the fields. */
export interface DeclarationDraft {
  readonly kind: DeclarationKind;
  readonly onBehalfOf: GroupId | null;
  readonly whole: boolean;
  readonly paragraphs: readonly ParagraphId[];
  readonly terms: readonly string[];
  readonly references: readonly string[];
  readonly absent: readonly string[];
  /** A tag, or the name of a language as it was typed. */
  readonly language: string;
  readonly text: string;
  readonly translated: boolean;
  readonly originalLanguage: string;
  readonly original: string;
  readonly grounds: readonly Ground[];
  readonly recording: string;
  /** Time code as it was typed. */
  readonly time: string;
  readonly written: string;
  /** The key of the request it was last sent with, and what that said: a second try after a reload is the same act. */
  readonly sent: { readonly said: string; readonly key: string } | null;
}

export const freshDraft = (paragraph: ParagraphId | null, language: string): DeclarationDraft => ({
  kind: 'reservation',
  onBehalfOf: null,
  whole: false,
  paragraphs: paragraph === null ? [] : [paragraph],
  terms: [],
  references: [],
  absent: [],
  language,
  text: '',
  translated: false,
  originalLanguage: '',
  original: '',
  grounds: [],
  recording: '',
  time: '',
  written: '',
  sent: null,
});

/** What is on record, to be corrected. `nameOf` gives the name of a language. */
export function draftOf(row: Declaration, nameOf: (tag: string) => string): DeclarationDraft {
  const { objects, statement, original, recording } = row;
  return {
    kind: row.kind,
    onBehalfOf: row.by.onBehalfOf,
    whole: objects.some(({ on }) => on === 'text'),
    paragraphs: objects.flatMap((object) => (object.on === 'paragraph' ? [object.paragraph] : [])),
    terms: objects.flatMap((object) => (object.on === 'term' ? [object.term] : [])),
    references: objects.flatMap((object) => (object.on === 'reference' ? [object.reference] : [])),
    absent: objects.flatMap((object) => (object.on === 'absent' ? [object.language] : [])),
    language: nameOf(statement.language),
    text: statement.text,
    translated: original !== null,
    originalLanguage: original === null ? '' : nameOf(original.language),
    original: original?.text ?? '',
    grounds: row.grounds,
    recording: recording?.url ?? '',
    time: recording?.at == null ? '' : timeCode(recording.at),
    written: row.written ?? '',
    sent: null,
  };
}

/** Whether there is anything in it that somebody would miss. */
export const isWorthKeeping = (draft: DeclarationDraft): boolean =>
  [draft.text, draft.original, draft.recording, draft.written].some((words) => words.trim() !== '') ||
  [draft.terms, draft.references, draft.absent, draft.grounds].some((list) => list.length > 0);

/** A field that cannot be sent as it is, and why. */
export type Mistake =
  | 'objects'
  | 'statement'
  | 'language'
  | 'original'
  | 'original-language'
  | 'recording'
  | 'time'
  | 'written';

const isAddress = (typed: string): boolean => /^https?:\/\/[^\s/]+\S*$/iu.test(typed.trim());

/** What is missing or cannot be read, in the order of the form. The server judges again. */
export function mistakesIn(draft: DeclarationDraft, locale: string): readonly Mistake[] {
  const { kind, text, translated, original, recording, time, written } = draft;
  const needsObject = kind === 'reservation' || kind === 'dissociation';
  const wrong: readonly (readonly [Mistake, boolean])[] = [
    ['objects', needsObject && objectsOf(draft).length === 0],
    ['language', languageTag(draft.language, locale) === null],
    ['statement', text.trim() === ''],
    ['original-language', translated && languageTag(draft.originalLanguage, locale) === null],
    ['original', translated && original.trim() === ''],
    ['recording', recording.trim() === '' ? time.trim() !== '' : !isAddress(recording)],
    ['time', time.trim() !== '' && readTimeCode(time) === null],
    ['written', written.trim() !== '' && !isAddress(written)],
  ];
  return wrong.flatMap(([mistake, is]) => (is ? [mistake] : []));
}

/** What a draft is on, in the order in which it is shown. */
export const objectsOf = (draft: DeclarationDraft): readonly WantedObject[] => [
  ...(draft.whole ? [{ on: 'text' } as const] : []),
  ...draft.paragraphs.map((paragraph) => ({ on: 'paragraph', paragraph }) as const),
  ...draft.terms.map((term) => ({ on: 'term', term }) as const),
  ...draft.references.map((reference) => ({ on: 'reference', reference }) as const),
  ...draft.absent.map((language) => ({ on: 'absent', language }) as const),
];

/** The words of a draft without mistakes, as they are sent. */
export function wordsOf(draft: DeclarationDraft, version: VersionId, locale: string): DeclarationCorrection {
  const tag = (typed: string): string => languageTag(typed, locale) ?? typed;
  return {
    kind: draft.kind,
    version,
    objects: [...objectsOf(draft)],
    statement: { language: tag(draft.language), text: draft.text },
    original: draft.translated ? { language: tag(draft.originalLanguage), text: draft.original } : null,
    grounds: [...draft.grounds],
    recording:
      draft.recording.trim() === '' ? null : { url: draft.recording.trim(), at: readTimeCode(draft.time) },
    written: draft.written.trim() === '' ? null : draft.written.trim(),
  };
}
