import type { Declaration, DeclarationKind, Ground, Recording, SpokenWords } from '../model/declaration.ts';
import type { Holder } from '../model/holder.ts';
import type { DocumentId, VersionId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { Adoption } from '../model/silence.ts';
import { decideObjects, type ObjectsWarning, type WantedObject } from './declaration-objects.ts';
import { isRecordClosed } from './record-closing.ts';
import { type WrongField, wrong } from './wrong-field.ts';

/** Explanations of position are read in minutes; this is some 40 pages. UTF-16 units. */
export const MAX_STATEMENT = 100_000;

/** What somebody puts on record. Labels, dates and what `filed` says come from the server. */
export interface WantedDeclaration {
  readonly kind: DeclarationKind;
  readonly version: VersionId;
  readonly objects: readonly WantedObject[];
  readonly statement: SpokenWords;
  readonly original: SpokenWords | null;
  readonly grounds: readonly Ground[];
  readonly recording: Recording | null;
  readonly written: string | null;
}

export interface DeclarationFacts {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly holder: Holder;
  /** The paragraphs of the version it speaks of; null where there is no such version. */
  readonly paragraphs: readonly LabelledParagraph[] | null;
  readonly adoption: Adoption | null;
  readonly by: Signature;
}

export interface DecidedDeclaration {
  readonly row: Declaration;
  /** Told to whoever files it; nothing is refused for them. */
  readonly warnings: readonly ObjectsWarning[];
}

/** Files a declaration (rules V40–V43). */
export function decideDeclaration(
  wanted: WantedDeclaration,
  facts: DeclarationFacts,
): Result<DecidedDeclaration, Problem> {
  const { id, documentId, holder, adoption, by } = facts;
  const content = decideContent(wanted, facts);
  if (!content.ok) return content;
  return ok({
    row: {
      id,
      documentId,
      holder,
      joined: [],
      ...content.value.row,
      filed: adoption === null ? 'before-adoption' : 'after-adoption',
      correctedAt: null,
      withdrawnAt: null,
      by,
    },
    warnings: content.value.warnings,
  });
}

type Content = Pick<
  Declaration,
  'kind' | 'version' | 'objects' | 'statement' | 'original' | 'grounds' | 'recording' | 'written'
>;

/**
 * What of a declaration its holder words, judged against the version and the record. A correction may go on speaking of
 * the version it was filed on (`spokeOf`) when another has been adopted since.
 */
export function decideContent(
  wanted: WantedDeclaration,
  { paragraphs, adoption }: Pick<DeclarationFacts, 'paragraphs' | 'adoption'>,
  spokeOf: VersionId | null = null,
): Result<{ readonly row: Content; readonly warnings: readonly ObjectsWarning[] }, Problem> {
  if (isRecordClosed(adoption)) return fail(problem('too-late', 'the record of this document is closed'));
  if (paragraphs === null) return wrong('version', 'is no version of this document');
  if (adoption !== null && adoption.version !== wanted.version && spokeOf !== wanted.version)
    return wrong('version', 'must be the adopted text: declarations now speak of nothing else');
  const objects = decideObjects(wanted.kind, wanted.objects, paragraphs);
  if (!objects.ok) return objects;
  const mistake =
    wordsMistake('statement', wanted.statement) ??
    (wanted.original === null ? null : wordsMistake('original', wanted.original)) ??
    recordingMistake(wanted.recording) ??
    addressMistake('written', wanted.written);
  if (mistake !== null) return mistake;
  const { kind, version, statement, original, recording, written } = wanted;
  const grounds = [...new Set(wanted.grounds)];
  const row = {
    kind,
    version,
    objects: objects.value.objects,
    statement,
    original,
    grounds,
    recording,
    written,
  };
  return ok({ row, warnings: objects.value.warnings });
}

function wordsMistake(field: string, { language, text }: SpokenWords): WrongField | null {
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    return wrong(`${field}.language`, 'must be a language tag such as ar, fr or zh-Hans (BCP 47)');
  }
  if (text.trim() === '') return wrong(`${field}.text`, 'must not be empty');
  if (text.length > MAX_STATEMENT)
    return wrong(`${field}.text`, `must have at most ${MAX_STATEMENT} characters`);
  return null;
}

function recordingMistake(recording: Recording | null): WrongField | null {
  if (recording === null) return null;
  const { url, at } = recording;
  if (at !== null && !(Number.isInteger(at) && at >= 0))
    return wrong('recording.at', 'must be whole seconds from the beginning');
  return addressMistake('recording.url', url);
}

const addressMistake = (field: string, address: string | null): WrongField | null =>
  address === null || /^https?:\/\/[^\s/]+\S*$/iu.test(address)
    ? null
    : wrong(field, 'must be an address that begins with https:// or http://');
