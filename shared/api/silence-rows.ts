import { z } from 'zod';
import type { DocumentId, ParagraphId, ProposalId, VersionId } from '../model/ids.ts';
import { MILESTONE_KINDS, type Milestone } from '../model/milestone.ts';
import type { Adoption, SilenceExtension, SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import { signatureShape } from './anchor.ts';
import { count, isoTime } from './fields.ts';
import { holderShape } from './position-rows.ts';
import { storedId } from './stored-id.ts';

const extension: z.ZodType<SilenceExtension, SilenceExtension> = z.strictObject({
  from: isoTime,
  to: isoTime,
  letter: z.string(),
  by: signatureShape,
});

export const silenceRow: z.ZodType<SilenceProcedure, SilenceProcedure> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  version: storedId<VersionId>(),
  opensAt: isoTime,
  deadline: isoTime,
  extensions: z.array(extension).readonly().exactOptional(),
  letter: z.string(),
  outcome: z.enum(['running', 'kept', 'broken', 'ended']),
  decidedAt: isoTime.nullable(),
  by: signatureShape,
});

export const objectionRow: z.ZodType<SilenceObjection, SilenceObjection> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  silence: z.string(),
  holder: holderShape,
  places: z
    .array(z.strictObject({ paragraph: storedId<ParagraphId>(), label: z.string(), chapeau: z.boolean() }))
    .readonly(),
  reason: z.string(),
  proposal: storedId<ProposalId>().nullable(),
  withdrawnAt: isoTime.nullable(),
  by: signatureShape,
});

export const adoptionRow: z.ZodType<Adoption, Adoption> = z.strictObject({
  id: storedId<DocumentId>(),
  documentId: storedId<DocumentId>(),
  version: storedId<VersionId>(),
  manner: z.enum(['consensus', 'recorded-vote']),
  votes: z.strictObject({ inFavour: count, against: count, abstaining: count }).nullable(),
  date: isoTime,
  symbol: z.string(),
  recordClosedAt: isoTime.nullable(),
  by: signatureShape,
});

export const milestoneRow: z.ZodType<Milestone, Milestone> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  kind: z.enum(MILESTONE_KINDS),
  name: z.string(),
  planned: isoTime,
  actual: isoTime.nullable(),
  window: z.strictObject({ opensAt: isoTime, closesAt: isoTime, timeZone: z.string() }).nullable(),
  version: storedId<VersionId>().nullable(),
  withdrawnAt: isoTime.nullable(),
  by: signatureShape,
});
