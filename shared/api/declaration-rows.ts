import { z } from 'zod';
import {
  DECLARATION_KINDS,
  type Declaration,
  type DeclarationObject,
  GROUNDS,
  type Recording,
  type SpokenWords,
} from '../model/declaration.ts';
import type { DelegationId, DocumentId, ParagraphId, ProposalId, VersionId } from '../model/ids.ts';
import type { Statement } from '../model/statement.ts';
import { signatureShape } from './anchor.ts';
import { isoTime } from './fields.ts';
import { holderShape } from './position-rows.ts';
import { storedId } from './stored-id.ts';

export const spokenWords: z.ZodType<SpokenWords, SpokenWords> = z.strictObject({
  language: z.string(),
  text: z.string(),
});

export const recordingShape: z.ZodType<Recording, Recording> = z.strictObject({
  url: z.string(),
  at: z.int().min(0).nullable(),
});

export const declarationObject: z.ZodType<DeclarationObject, DeclarationObject> = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('text') }),
  z.strictObject({ on: z.literal('paragraph'), paragraph: storedId<ParagraphId>(), label: z.string() }),
  z.strictObject({ on: z.literal('term'), term: z.string() }),
  z.strictObject({ on: z.literal('reference'), reference: z.string() }),
  z.strictObject({ on: z.literal('absent'), language: z.string() }),
]);

export const declarationRow: z.ZodType<Declaration, Declaration> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  kind: z.enum(DECLARATION_KINDS),
  holder: holderShape,
  joined: z
    .array(
      z.strictObject({
        delegationId: storedId<DelegationId>(),
        except: z.array(storedId<ParagraphId>()).readonly(),
        at: isoTime,
      }),
    )
    .readonly(),
  version: storedId<VersionId>(),
  objects: z.array(declarationObject).readonly(),
  statement: spokenWords,
  original: spokenWords.nullable(),
  grounds: z.array(z.enum(GROUNDS)).readonly(),
  recording: recordingShape.nullable(),
  written: z.string().nullable(),
  filed: z.enum(['before-adoption', 'after-adoption']),
  correctedAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
  by: signatureShape,
});

const printedNames = z.array(z.string()).readonly();

export const statementRow: z.ZodType<Statement, Statement> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  speaker: z.string(),
  delegationId: storedId<DelegationId>().nullable(),
  spokenFor: z.strictObject({
    onBehalfOf: printedNames,
    alsoOnBehalfOf: printedNames,
    alignsWith: printedNames,
    except: printedNames,
  }),
  date: isoTime.nullable(),
  meeting: z.string(),
  passages: z
    .array(
      z.strictObject({
        manner: z.enum(['verbatim', 'reported']),
        words: spokenWords,
        recording: recordingShape.nullable(),
      }),
    )
    .readonly(),
  written: z.string().nullable(),
  verified: signatureShape.nullable(),
  paragraphs: z.array(storedId<ParagraphId>()).readonly(),
  proposals: z.array(storedId<ProposalId>()).readonly(),
  withdrawnAt: isoTime.nullable(),
  by: signatureShape,
  editedBy: signatureShape.exactOptional(),
});
