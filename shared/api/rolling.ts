import { z } from 'zod';
import type { ChangeId, DelegationId, GroupId, ParagraphId, ProposalId } from '../model/ids.ts';
import { DIRECTIONS, PARAGRAPH_KINDS } from '../model/paragraph.ts';
import {
  type Attribution,
  ROLLING_SIGNS,
  type RollingNote,
  type RollingParagraph,
  type RollingPiece,
  type RollingStatus,
  type RollingText,
} from '../model/rolling.ts';
import { count, isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';
import { run } from './text.ts';

const attribution: z.ZodType<Attribution, Attribution> = z.strictObject({
  names: z.string(),
  delegations: z.array(storedId<DelegationId>()).readonly(),
  group: storedId<GroupId>().nullable(),
  proposals: z.array(storedId<ProposalId>()).readonly(),
});

const runs = z.array(run).readonly();

const piece: z.ZodType<RollingPiece, RollingPiece> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), runs }),
  z.strictObject({ kind: z.literal('struck'), runs, deletedBy: z.array(attribution).readonly() }),
  z.strictObject({ kind: z.literal('inserted'), runs, by: attribution }),
]);

const earlier = z.boolean();
const note: z.ZodType<RollingNote, RollingNote> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delete'), by: attribution, earlier }),
  z.strictObject({ kind: z.literal('retain'), by: attribution, earlier }),
  z.strictObject({ kind: z.literal('move'), by: attribution, earlier, after: z.string().nullable() }),
  z.strictObject({ kind: z.literal('move-here'), by: attribution, label: z.string() }),
  z.strictObject({ kind: z.literal('outstanding'), by: attribution }),
]);

const status: z.ZodType<RollingStatus, RollingStatus> = z.strictObject({
  status: z.enum(['suggested-for-closure', 'agreed-ad-referendum', 'agreed']),
  date: isoTime,
  changedSince: z.boolean(),
});

const paragraph: z.ZodType<RollingParagraph, RollingParagraph> = z.strictObject({
  role: z.enum(['text', 'alternative', 'insertion', 'note']),
  paragraph: storedId<ParagraphId>().nullable(),
  kind: z.enum(PARAGRAPH_KINDS),
  level: z.int().min(0).max(4),
  dir: z.enum(DIRECTIONS),
  label: z.string(),
  opens: z.boolean(),
  closes: z.boolean(),
  by: attribution.nullable(),
  change: storedId<ChangeId>().nullable(),
  amends: attribution.nullable(),
  needsALook: z.boolean(),
  pieces: z.array(piece).readonly(),
  notes: z.array(note).readonly(),
  status: status.nullable(),
});

/** `GET /api/documents/:id/rolling`: the text with all open proposals in it, at a moment and a head of the register. */
export type RollingAnswer = RollingText & { readonly date: RollingStatus['date']; readonly head: number };
export const rollingAnswer: z.ZodType<RollingAnswer, RollingAnswer> = z.strictObject({
  date: isoTime,
  head: count,
  paragraphs: z.array(paragraph).readonly(),
  unplaced: z.array(paragraph).readonly(),
  signs: z.array(z.enum(ROLLING_SIGNS)).readonly(),
  counts: z.strictObject({
    paragraphs: count,
    proposals: count,
    bracketed: count,
    status: z.strictObject({
      open: count,
      'suggested-for-closure': count,
      'agreed-ad-referendum': count,
      agreed: count,
    }),
  }),
});
