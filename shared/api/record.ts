import { z } from 'zod';
import { DECLARATION_KINDS, GROUNDS } from '../model/declaration.ts';
import { DECISIONS } from '../model/disposition.ts';
import { PHASES } from '../model/document.ts';
import type { DocumentId, ParagraphId, ParticipantId, VersionId } from '../model/ids.ts';
import { MILESTONE_KINDS } from '../model/milestone.ts';
import { CONSTITUENCIES } from '../model/participant.ts';
import { STANDINGS } from '../model/position.ts';
import { type DocumentRecord, OPEN_POINTS } from '../model/record.ts';
import { STAGES } from '../model/version.ts';
import { count, hashField, isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';
import { labelledParagraph } from './text.ts';

const words = z.strictObject({ language: z.string(), text: z.string() });
const recording = z.strictObject({ url: z.string(), at: z.number().nullable() });
const labels = z.array(z.string()).readonly();

const object = z.strictObject({
  on: z.enum(['text', 'paragraph', 'term', 'reference', 'absent']),
  words: z.string(),
  places: labels,
});

const declaration = z.strictObject({
  id: z.string(),
  kind: z.enum(DECLARATION_KINDS),
  governmental: z.boolean(),
  holder: z.string(),
  constituency: z.enum(CONSTITUENCIES).nullable(),
  voices: z
    .array(
      z.strictObject({
        name: z.string(),
        through: z.enum(['itself', 'joined', 'membership', 'alignment']),
        except: labels,
      }),
    )
    .readonly(),
  version: z.string(),
  objects: z.array(object).readonly(),
  statement: words,
  original: words.nullable(),
  grounds: z.array(z.enum(GROUNDS)).readonly(),
  recording: recording.nullable(),
  written: z.string().nullable(),
  filed: z.enum(['before-adoption', 'after-adoption']),
  at: isoTime,
  correctedAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
});

const counts = z
  .array(z.strictObject({ kind: z.enum(DECLARATION_KINDS), declarations: count, delegations: count }))
  .readonly();

const objection = z.strictObject({
  holder: z.string(),
  places: z.array(z.strictObject({ label: z.string(), chapeau: z.boolean() })).readonly(),
  reason: z.string(),
  withAmendment: z.boolean(),
  at: isoTime,
  withdrawnAt: isoTime.nullable(),
  breaks: z.boolean(),
});

const numbers = <Key extends string>(keys: readonly Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>);
const tally = numbers([...STANDINGS, 'split', 'notHeard']);

const version = z.strictObject({
  id: storedId<VersionId>(),
  documentId: storedId<DocumentId>(),
  ordinal: count,
  stage: z.enum(STAGES),
  name: z.string(),
  letter: z.string(),
  publishedAt: isoTime,
  publishedBy: storedId<ParticipantId>(),
  hash: hashField,
  publisher: z.string(),
});

const statement = z.strictObject({
  id: z.string(),
  speaker: z.string(),
  onBehalfOf: labels,
  date: isoTime.nullable(),
  meeting: z.string(),
  passages: z
    .array(
      z.strictObject({
        manner: z.enum(['verbatim', 'reported']),
        words,
        recording: recording.nullable(),
      }),
    )
    .readonly(),
  written: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  paragraphs: labels,
});

/** `GET …/record`. */
export const recordAnswer: z.ZodType<DocumentRecord, DocumentRecord> = z.strictObject({
  id: storedId<DocumentId>(),
  title: z.string(),
  phase: z.enum(PHASES),
  at: isoTime,
  open: z.array(z.strictObject({ what: z.enum(OPEN_POINTS), count })).readonly(),
  adoption: z
    .strictObject({
      manner: z.enum(['consensus', 'recorded-vote']),
      votes: z.strictObject({ inFavour: count, against: count, abstaining: count }).nullable(),
      date: isoTime,
      symbol: z.string(),
      recordClosedAt: isoTime.nullable(),
    })
    .nullable(),
  text: z
    .strictObject({
      version: storedId<VersionId>(),
      name: z.string(),
      adopted: z.boolean(),
      publishedAt: isoTime,
      hash: hashField,
      paragraphs: z.array(labelledParagraph).readonly(),
    })
    .nullable(),
  stations: z
    .array(
      z.strictObject({
        kind: z.enum(MILESTONE_KINDS),
        name: z.string(),
        planned: isoTime,
        actual: isoTime.nullable(),
        versions: labels,
        received: count,
        delegations: count,
      }),
    )
    .readonly(),
  versions: z.array(version).readonly(),
  marks: z
    .array(
      z.strictObject({
        paragraph: storedId<ParagraphId>(),
        label: z.string(),
        governmental: counts,
        nonGovernmental: counts,
        declarations: labels,
      }),
    )
    .readonly(),
  declarations: z.array(declaration).readonly(),
  silences: z
    .array(
      z.strictObject({
        version: z.string(),
        opensAt: isoTime,
        deadline: isoTime,
        extensions: z
          .array(z.strictObject({ from: isoTime, to: isoTime, letter: z.string(), at: isoTime }))
          .readonly(),
        letter: z.string(),
        outcome: z.enum(['running', 'kept', 'broken', 'ended']),
        objections: z.array(objection).readonly(),
      }),
    )
    .readonly(),
  positions: z
    .array(
      z.strictObject({
        paragraph: storedId<ParagraphId>(),
        label: z.string(),
        governments: tally,
        others: tally,
      }),
    )
    .readonly(),
  inputs: numbers([...DECISIONS, 'undecided', 'withdrawn', 'received']),
  statements: z.array(statement).readonly(),
  statementsLeftOut: count,
  audit: z.strictObject({ seq: count, hash: hashField }),
});
