import { z } from 'zod';
import type { DelegationId, GroupId, ParagraphId, ParticipantId, VersionId } from '../model/ids.ts';
import { STANDINGS } from '../model/position.ts';
import { count, idOf, isoTime } from './fields.ts';
import { INPUT_LENGTH, POSITIONS_AT_ONCE } from './limits.ts';
import { holderShape } from './position-rows.ts';
import { registerEntry } from './register.ts';
import { storedId } from './stored-id.ts';

/** Ids of paragraphs may be anything that a text's markers say, within reason. */
const askedParagraph = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;

/** `PUT …/alignments/:group`: how one's delegation stands to a group. */
export const alignmentRequest = z.strictObject({
  aligns: z.boolean(),
  except: z.array(askedParagraph).max(POSITIONS_AT_ONCE).default([]),
});
export type AlignmentRequest = z.input<typeof alignmentRequest>;

/** `POST …/positions`: what a delegation, or a group, says of paragraphs of the latest version. One act. */
export const positionsRequest = z.strictObject({
  version: idOf<VersionId>(),
  positions: z
    .array(
      z.strictObject({
        paragraph: askedParagraph,
        standing: z.enum(STANDINGS).nullable().describe('Null takes it back'),
        // The real limit names the field; this one only bounds what is read.
        words: z.string().max(INPUT_LENGTH).default(''),
      }),
    )
    .min(1, 'must name at least one paragraph')
    .max(POSITIONS_AT_ONCE),
  onBehalfOf: idOf<GroupId>().nullable().default(null),
});
export type PositionsRequest = z.input<typeof positionsRequest>;

/** Answer to `POST …/positions`: the rows that changed, and the head of the register with them. */
export const positionsWritten = z.strictObject({ head: count, entries: z.array(registerEntry).readonly() });
export type PositionsWritten = z.infer<typeof positionsWritten>;

/** Query of `GET …/positions`: `after` is the `head` of an earlier answer for the same version. */
export const positionsQuery = z.strictObject({
  version: z.union([z.literal('latest'), idOf<VersionId>()]).default('latest'),
  after: z.coerce.number().int().min(0).default(0),
  delegation: idOf<DelegationId>()
    .optional()
    .describe('Only what it holds, and the groups that speak for it'),
});

const column = z.array(count).readonly();

/**
 * Positions in columns. The first rows are what is held, `counts[h]` of them for holder h in turn, and `paragraph` and
 * `state` go with these. Rows behind them are positions that came together with another when paragraphs were merged:
 * `others[i]` is the number of the row they came together with. Everything else is an index into the tables.
 */
export const heldColumns = z.strictObject({
  counts: column,
  /** Where it is held. */
  paragraph: column,
  /** An index into `HELD_STATES`; the last three are to be reconfirmed. */
  state: column,
  others: column,
  /** An index into `STANDINGS`. */
  standing: column,
  /** The version and the paragraph it was taken on. */
  version: column,
  taken: column,
  /** The version whose position it confirmed, plus 1; 0 for none. */
  confirms: column,
  words: column,
  by: column,
  /** When: milliseconds after the table's `since`. */
  at: column,
});
export type HeldColumns = z.infer<typeof heldColumns>;

/** What the columns point into. Each id stands here once. */
export const heldTables = z.strictObject({
  holders: z.array(holderShape).readonly(),
  versions: z.array(storedId<VersionId>()).readonly(),
  paragraphs: z.array(storedId<ParagraphId>()).readonly(),
  words: z.array(z.string()).readonly(),
  people: z
    .array(
      z.strictObject({
        participantId: storedId<ParticipantId>(),
        delegationId: storedId<DelegationId>(),
        onBehalfOf: storedId<GroupId>().nullable(),
      }),
    )
    .readonly(),
  since: isoTime,
});
export type HeldTables = z.infer<typeof heldTables>;

/** Whom groups speak for. `delegation` and `group` are ids; `except` are paragraphs where they do not. */
export const tiesAnswer = z.strictObject({
  /**
   * In how many milliseconds the ties change by themselves, because a membership begins or ends; null for never. Not a
   * time, since clocks of devices are wrong.
   */
  changesIn: count.nullable(),
  list: z
    .array(
      z.strictObject({
        group: storedId<GroupId>(),
        through: z.enum(['membership', 'alignment']),
        /** With the same exceptions. */
        delegations: z.array(storedId<DelegationId>()).readonly(),
        except: z.array(storedId<ParagraphId>()).readonly(),
      }),
    )
    .readonly(),
});
export type TiesAnswer = z.infer<typeof tiesAnswer>;

/** What is held in one part of an answer, and what is not held any more. */
export const heldPart = z.strictObject({
  tables: heldTables,
  held: heldColumns,
  /** Taken back: pairs of a holder and a paragraph, one after the other. */
  gone: column,
});
export type HeldPart = z.infer<typeof heldPart>;

/** `GET …/positions`: what everybody holds on a version, or what of that changed behind `after`. */
export const positionsAnswer = z.strictObject({
  version: storedId<VersionId>(),
  head: count,
  /** True: this is everything. False: what is not named here is as it was. */
  whole: z.boolean(),
  /** To be put in one after the other; each has tables of its own. The server keeps the first of a whole answer ready. */
  parts: z.array(heldPart).readonly(),
  /** Null where nobody's alignment or membership changed behind `after`. */
  ties: tiesAnswer.nullable(),
});
export type PositionsAnswer = z.infer<typeof positionsAnswer>;
