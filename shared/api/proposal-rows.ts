import { z } from 'zod';
import type {
  ChangeId,
  DelegationId,
  DocumentId,
  ParagraphId,
  ParticipantId,
  ProposalId,
} from '../model/ids.ts';
import { PARAGRAPH_KINDS } from '../model/paragraph.ts';
import {
  type Acceptance,
  type AppliedChange,
  type BaseWording,
  CHANGE_ACTS,
  type Compromise,
  type Proposal,
  type ProposedChange,
  SPONSORSHIPS,
  type Sponsorship,
  type Wording,
} from '../model/proposal.ts';
import { VISIBILITIES } from '../model/signature.ts';
import { anchoredText, signatureShape } from './anchor.ts';
import { isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';
import { run } from './text.ts';

const wordingFields = {
  kind: z.enum(PARAGRAPH_KINDS),
  level: z.int().min(0).max(4),
  runs: z.array(run).readonly(),
};
export const wordingShape: z.ZodType<Wording, Wording> = z.strictObject(wordingFields);
export const baseWording: z.ZodType<BaseWording, BaseWording> = z.strictObject({
  ...wordingFields,
  label: z.string(),
});

const paragraph = storedId<ParagraphId>();

export const proposedChange: z.ZodType<ProposedChange, ProposedChange> = z.strictObject({
  id: storedId<ChangeId>(),
  act: z.enum(CHANGE_ACTS),
  paragraph: paragraph.nullable(),
  base: baseWording.nullable(),
  wording: z.array(wordingShape).readonly(),
  after: paragraph.nullable(),
  amends: z.strictObject({ change: storedId<ChangeId>(), part: z.int().min(0) }).exactOptional(),
});

const sponsorship: z.ZodType<Sponsorship, Sponsorship> = z.strictObject({
  delegationId: storedId<DelegationId>(),
  askedBy: storedId<ParticipantId>(),
  askedAt: isoTime,
  state: z.enum(SPONSORSHIPS),
  answeredAt: isoTime.nullable(),
});

const compromise: z.ZodType<Compromise, Compromise> = z.strictObject({
  changes: z.array(proposedChange).readonly(),
  reason: z.string(),
  by: signatureShape,
  answer: z.strictObject({ accepted: z.boolean(), reason: z.string(), by: signatureShape }).nullable(),
});

export const proposalRow: z.ZodType<Proposal, Proposal> = z.strictObject({
  id: storedId<ProposalId>(),
  documentId: storedId<DocumentId>(),
  by: signatureShape,
  text: anchoredText,
  amends: storedId<ProposalId>().nullable(),
  changes: z.array(proposedChange).readonly(),
  rationale: z.string(),
  sponsors: z.array(sponsorship).readonly(),
  visibility: z.enum(VISIBILITIES),
  compromises: z.array(compromise).readonly(),
  editedAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
});

export const appliedChange: z.ZodType<AppliedChange, AppliedChange> = z.strictObject({
  change: storedId<ChangeId>(),
  act: z.enum(CHANGE_ACTS),
  paragraphs: z.array(paragraph).readonly(),
  before: baseWording.nullable(),
  after: z.array(wordingShape).readonly(),
  behind: paragraph.nullable().exactOptional(),
});

export const acceptanceRow: z.ZodType<Acceptance, Acceptance> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  proposalId: storedId<ProposalId>(),
  state: z.enum(['applying', 'applied', 'set-aside']),
  client: z.int().min(0),
  decision: z.enum(['accepted', 'accepted-in-part']),
  reason: z.string(),
  changes: z.array(appliedChange).readonly(),
  delegations: z.array(storedId<DelegationId>()).readonly(),
  textSeq: z.int().min(0).nullable(),
  by: signatureShape,
});
