import { z } from 'zod';
import type { DelegationId, ParagraphId, ProposalId } from '../model/ids.ts';
import { idOf, nameField } from './fields.ts';
import {
  INPUT_LENGTH,
  LINKS_OF_STATEMENT,
  NAMES_SPOKEN_FOR,
  PASSAGES_OF_STATEMENT,
  STATEMENTS_AT_ONCE,
  TITLE_LENGTH,
} from './limits.ts';
import { registerEntry } from './register.ts';
import { writtenText } from './written.ts';

/** Addresses in practice end near 2,000 characters (sitemaps.org: 2,048). */
const address = z.string().max(2048);
const printedNames = z.array(nameField).max(NAMES_SPOKEN_FOR).default([]);
const paragraphId = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;
const meeting = z
  .string()
  .max(TITLE_LENGTH, `must not be longer than ${TITLE_LENGTH} characters`)
  .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters')
  .transform((text) => text.trim());

/** A statement as somebody puts it into the library. Names are kept as they were printed. */
export const askedStatement = z.strictObject({
  speaker: nameField,
  delegationId: idOf<DelegationId>().nullable().default(null),
  spokenFor: z
    .strictObject({
      onBehalfOf: printedNames,
      alsoOnBehalfOf: printedNames,
      alignsWith: printedNames,
      except: printedNames,
    })
    .default({ onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] }),
  /** A day, `YYYY-MM-DD`. */
  date: z.string().max(10).nullable().default(null),
  meeting: meeting.default(''),
  passages: z
    .array(
      z.strictObject({
        manner: z.enum(['verbatim', 'reported']),
        words: z.strictObject({ language: z.string().min(1).max(35), text: writtenText }),
        recording: z
          .strictObject({ url: address, at: z.int().min(0).nullable().default(null) })
          .nullable()
          .default(null),
      }),
    )
    .max(PASSAGES_OF_STATEMENT)
    .refine(
      (passages) => passages.reduce((sum, { words }) => sum + words.text.length, 0) <= INPUT_LENGTH,
      `must not be longer than ${INPUT_LENGTH} characters together`,
    )
    .default([]),
  written: address.nullable().default(null),
  paragraphs: z.array(paragraphId).max(LINKS_OF_STATEMENT).default([]),
  proposals: z.array(idOf<ProposalId>()).max(LINKS_OF_STATEMENT).default([]),
});
export type AskedStatement = z.input<typeof askedStatement>;

/** `POST /api/documents/:id/statements`: one or many, all or none. */
export const statementsRequest = z.strictObject({
  statements: z
    .array(askedStatement)
    .min(1, 'names no statement')
    .max(STATEMENTS_AT_ONCE, `at most ${STATEMENTS_AT_ONCE} at once`),
});
export type StatementsRequest = z.input<typeof statementsRequest>;

/** `POST …/statements`: the rows as they were written, in the order in which they were sent. */
export const statementsAnswer = z.strictObject({ entries: z.array(registerEntry).readonly() });
export type StatementsAnswer = z.infer<typeof statementsAnswer>;

/** The revision that was looked at; when the statement changed meanwhile, nothing is recorded. */
const revision = z.int().min(1);

/** `PUT …/statements/:statement`: the whole statement as it shall stand. */
export const statementRequest = z.strictObject({ revision, statement: askedStatement });
export type StatementRequest = z.input<typeof statementRequest>;

/** `POST …/statements/:statement/verification`: checked against recording or written statement, or that taken back. */
export const verificationRequest = z.strictObject({ revision, verified: z.boolean().default(true) });
export type VerificationRequest = z.input<typeof verificationRequest>;
