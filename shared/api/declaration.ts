import { z } from 'zod';
import { DECLARATION_KINDS, GROUNDS } from '../model/declaration.ts';
import type { DelegationId, GroupId, ParagraphId, VersionId } from '../model/ids.ts';
import { declarationObject, declarationRow } from './declaration-rows.ts';
import { count, idOf } from './fields.ts';
import { ADDRESS_LENGTH, EXCEPTIONS, LANGUAGE_LENGTH, OBJECTS, TERM_LENGTH } from './limits.ts';
import { entryAnswer } from './register.ts';
import { storedId } from './stored-id.ts';
import { cleanWords, writtenText } from './written.ts';

const paragraphId = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;
const term = z.string().max(TERM_LENGTH).overwrite(cleanWords);
const address = z.string().max(ADDRESS_LENGTH).overwrite(cleanWords);
const version = z.union([z.literal('latest'), idOf<VersionId>()]);

const words = z.strictObject({ language: z.string().min(1).max(LANGUAGE_LENGTH), text: writtenText });

const wantedObject = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('text') }),
  z.strictObject({ on: z.literal('paragraph'), paragraph: paragraphId }),
  z.strictObject({ on: z.literal('term'), term }),
  z.strictObject({ on: z.literal('reference'), reference: term }),
  z.strictObject({ on: z.literal('absent'), language: term }),
]);

/** `PUT …/declarations/:declaration`: its words anew. `latest` is the adopted version once there is one. */
export const declarationCorrection = z.strictObject({
  kind: z.enum(DECLARATION_KINDS),
  version: version.default('latest'),
  objects: z.array(wantedObject).max(OBJECTS).default([]),
  statement: words,
  original: words.nullable().default(null),
  grounds: z.array(z.enum(GROUNDS)).max(GROUNDS.length).default([]),
  recording: z
    .strictObject({
      url: address,
      at: z.int().min(0).nullable().default(null).describe('seconds from the beginning'),
    })
    .nullable()
    .default(null),
  written: address.nullable().default(null),
});
export type DeclarationCorrection = z.input<typeof declarationCorrection>;
export type AskedDeclaration = z.output<typeof declarationCorrection>;

/** `POST …/declarations`. `onBehalfOf`: the group whose declaration it is. */
export const declarationRequest = declarationCorrection.extend({
  onBehalfOf: idOf<GroupId>().nullable().default(null),
});
export type DeclarationRequest = z.input<typeof declarationRequest>;

/** `POST …/declarations/:declaration/joining`. */
export const joiningRequest = z.strictObject({ except: z.array(paragraphId).max(EXCEPTIONS).default([]) });
export type JoiningRequest = z.input<typeof joiningRequest>;

const warning = z.strictObject({
  code: z.enum(['term-not-found', 'reference-not-found', 'language-not-absent']),
  /** Index of the object as it was sent. */
  object: count,
});

/** Answer to filing and correcting: the revision, and what whoever files it should know. */
export const declarationEntryAnswer = entryAnswer.extend({ warnings: z.array(warning).readonly() });
export type DeclarationEntryAnswer = z.infer<typeof declarationEntryAnswer>;

/** Query of `GET …/declarations`. Each question narrows what is answered; `rows=ids` leaves the words out. */
export const declarationsQuery = z.strictObject({
  version: version.exactOptional(),
  paragraph: paragraphId.exactOptional(),
  delegation: idOf<DelegationId>().exactOptional(),
  term: term.exactOptional(),
  rows: z.enum(['whole', 'ids']).default('whole'),
});
export type DeclarationsQuery = z.output<typeof declarationsQuery>;

const kindCounts = z
  .array(z.strictObject({ kind: z.enum(DECLARATION_KINDS), declarations: count, delegations: count }))
  .readonly();

const occurrence = z.strictObject({ paragraph: storedId<ParagraphId>(), start: count, end: count });
const paragraphIds = z.array(storedId<ParagraphId>()).readonly();

const listed = z.strictObject({
  id: z.string(),
  revision: z.int().min(1),
  row: declarationRow.nullable(),
  governmental: z.boolean(),
  /** Whom it speaks for, by membership and alignments as they were when it was filed and by who joined. */
  voices: z
    .array(
      z.strictObject({
        delegation: storedId<DelegationId>(),
        through: z.enum(['itself', 'joined', 'membership', 'alignment']),
        except: paragraphIds,
      }),
    )
    .readonly(),
  /** Delegations that joined before its words were corrected. */
  joinedEarlier: z.array(storedId<DelegationId>()).readonly(),
});
export type ListedDeclaration = z.infer<typeof listed>;

const placed = z.strictObject({
  paragraph: storedId<ParagraphId>(),
  label: z.string(),
  governmental: kindCounts,
  nonGovernmental: kindCounts,
  places: z
    .array(
      z.strictObject({
        declaration: z.string(),
        objects: z.array(declarationObject).readonly(),
        occurrences: z.array(occurrence).readonly(),
        words: z.enum(['same', 'other']),
      }),
    )
    .readonly(),
  /** Who diverged from it: delegations behind a dissociation or reservation here, and which. */
  diverged: z
    .array(
      z.strictObject({
        delegation: storedId<DelegationId>(),
        declarations: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});
export type PlacedParagraph = z.infer<typeof placed>;

/** `GET …/declarations`: what is on record about a text, and the answers to what was asked. */
export const declarationsAnswer = z.strictObject({
  head: count,
  version: z.strictObject({ id: storedId<VersionId>(), name: z.string(), adopted: z.boolean() }),
  /** In order of filing, withdrawn ones with them. */
  declarations: z.array(listed).readonly(),
  /** In reading order; withdrawn ones, and those filed on later versions, stand at no place. */
  paragraphs: z.array(placed).readonly(),
  whole: z.array(z.string()).readonly(),
  nowhere: z.array(z.strictObject({ declaration: z.string(), object: declarationObject })).readonly(),
  /** What the delegation asked for put on record, oldest first. */
  delegation: z
    .array(
      z.strictObject({
        declaration: z.string(),
        how: z.enum(['itself', 'joined', 'through-group']),
        group: storedId<GroupId>().nullable(),
        except: paragraphIds,
      }),
    )
    .readonly()
    .nullable(),
  /** Where the term asked for stands, and what objects to it or to a longer term that holds it. */
  term: z
    .strictObject({
      occurrences: z.array(occurrence.extend({ label: z.string() })).readonly(),
      declarations: z.array(z.strictObject({ declaration: z.string(), as: z.string() })).readonly(),
    })
    .nullable(),
});
export type DeclarationsAnswer = z.infer<typeof declarationsAnswer>;
