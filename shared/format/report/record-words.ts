import type { DeclarationKind, Ground } from '../../model/declaration.ts';
import type { OpenPoint, RecordCount, RecordObject, RecordVoice } from '../../model/record.ts';
import { unreachable } from '../../model/result.ts';

/** English words of the record as a file. */
const KINDS: Readonly<Record<DeclarationKind, readonly [one: string, many: string]>> = {
  dissociation: ['dissociation', 'dissociations'],
  reservation: ['reservation', 'reservations'],
  'explanation-of-position': ['explanation of position', 'explanations of position'],
  'general-statement': ['general statement', 'general statements'],
};

export const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  mandate: 'mandate',
  'sovereignty-and-domestic-law': 'sovereignty and domestic law',
  'instrument-not-a-party-to': 'an instrument it is not a party to',
  'agreed-language': 'agreed language',
  process: 'process',
  other: 'other grounds',
};

export const OUTCOME_WORDS = {
  running: 'running',
  kept: 'kept: the version was agreed',
  broken: 'broken',
  ended: 'ended early by the facilitators, without outcome',
} as const;

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const kindName = (kind: DeclarationKind): string => KINDS[kind][0];

/** `Dissociations` */
export const kindHeading = (kind: DeclarationKind): string => capital(KINDS[kind][1]);

export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** `3 dissociations, 1 reservation` */
export const countWords = (counts: readonly RecordCount[]): string =>
  counts.map(({ kind, declarations }) => plural(declarations, ...KINDS[kind])).join(', ');

/** `2026-10-20 09:00 UTC` */
export const momentWords = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

export const dayWords = (at: string): string => at.slice(0, 10);

/** `paragraphs 3, 12 (a) and one without number` */
export function paragraphWords(labels: readonly string[]): string {
  const named = labels.filter((label) => label !== '');
  const rest = labels.length - named.length;
  const said = [
    ...(named.length === 0 ? [] : [`${named.length === 1 ? 'paragraph' : 'paragraphs'} ${named.join(', ')}`]),
    ...(rest === 0 ? [] : [plural(rest, 'paragraph without number', 'paragraphs without number')]),
  ];
  return said.join(' and ');
}

export function objectWords({ on, words, places }: RecordObject): string {
  const stands = places.length === 0 ? 'which stands nowhere in the text' : `in ${paragraphWords(places)}`;
  switch (on) {
    case 'text':
      return 'the whole text';
    case 'paragraph':
      return paragraphWords(places);
    case 'term':
      return `the term “${words}”, ${stands}`;
    case 'reference':
      return `the reference to ${words}, ${stands}`;
    case 'absent':
      return `language that is absent: “${words}”`;
    default:
      return unreachable(on);
  }
}

const voiceName = ({ name, except }: RecordVoice): string =>
  except.length === 0 ? name : `${name} (except on ${paragraphWords(except)})`;

/** Whom it speaks for besides its holder, and who joined it. */
export function voiceWords(voices: readonly RecordVoice[]): string {
  const of = (through: readonly RecordVoice['through'][]): string =>
    voices
      .filter((voice) => through.includes(voice.through))
      .map(voiceName)
      .join(', ');
  const [spoken, joined] = [of(['membership', 'alignment']), of(['joined'])];
  return [
    ...(spoken === '' ? [] : [`Speaks for ${spoken}.`]),
    ...(joined === '' ? [] : [`Joined by ${joined}.`]),
  ].join(' ');
}

export function openWords({ what, count }: OpenPoint): string {
  switch (what) {
    case 'no-version':
      return 'No version has been published.';
    case 'not-adopted':
      return 'No text has been adopted.';
    case 'silence-running':
      return 'A silence procedure is running.';
    case 'brackets':
      return `${plural(count, 'bracket remains', 'brackets remain')} in the text.`;
    case 'undecided-inputs':
      return `${plural(count, 'comment or proposal has', 'comments and proposals have')} no decision.`;
    case 'record-open':
      return 'Declarations may still be filed: the record has not been closed.';
    default:
      return unreachable(what);
  }
}

/** `at 1:05:15` */
export function timeCode(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
