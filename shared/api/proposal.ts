import { z } from 'zod';
import { MEETINGS } from '../amend/collisions.ts';
import { CHANGE_STATES } from '../amend/standing.ts';
import type {
  ChangeId,
  DelegationId,
  DocumentId,
  GroupId,
  ParagraphId,
  ParticipantId,
  ProposalId,
  VersionId,
} from '../model/ids.ts';
import { PARAGRAPH_KINDS } from '../model/paragraph.ts';
import { CHANGE_ACTS } from '../model/proposal.ts';
import { VISIBILITIES } from '../model/signature.ts';
import { count, idOf, isoTime } from './fields.ts';
import { CHANGES_IN_PACKAGE, PARAGRAPHS_IN_WORDING, REASON_LENGTH, WORDING_LENGTH } from './limits.ts';
import { appliedChange, wordingShape } from './proposal-rows.ts';
import { registerEntry } from './register.ts';
import { storedId } from './stored-id.ts';
import { run } from './text.ts';

/** Ids of a working text may be anything its markers say, within reason. */
const paragraphId = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;

/** Path of `GET …/provenance/:paragraph`. */
export const provenanceParams = z.object({ id: idOf<DocumentId>(), paragraph: paragraphId });

/** Characters of a paragraph: one line, so that what is proposed can stand in a text as it is. */
const words = z
  .string()
  .max(WORDING_LENGTH, `must not be longer than ${WORDING_LENGTH} characters`)
  .refine((text) => !/\p{Cc}/u.test(text), 'must be without line breaks and other control characters');

const proposedRun = z.strictObject({
  text: words,
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  underline: z.literal(true).exactOptional(),
  link: z.string().max(2_000).exactOptional(),
});

const wordingFields = {
  kind: z.enum(PARAGRAPH_KINDS),
  level: z.int().min(0).max(4),
  runs: z.array(proposedRun).max(2_000).readonly(),
};
const wording = z.strictObject(wordingFields);
const base = z.strictObject({ ...wordingFields, label: z.string().max(200).exactOptional() });

/** Plain text of several lines that people write to each other. */
export const reasonField = z
  .string()
  .max(REASON_LENGTH, `must not be longer than ${REASON_LENGTH} characters`)
  .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'must be without control characters');

/** One change as it is sent. The server gives it its id and looks whether the base is what the text says. */
export const wantedChange = z.strictObject({
  act: z.enum(CHANGE_ACTS),
  paragraph: paragraphId.nullable(),
  /** The paragraph as the proposer saw it; null: as it stands when the proposal arrives. */
  base: base.nullable().default(null),
  wording: z.array(wording).max(PARAGRAPHS_IN_WORDING).readonly().default([]),
  after: paragraphId.nullable().default(null),
});
export type WantedChange = z.output<typeof wantedChange>;

const wantedChanges = z
  .array(wantedChange)
  .min(1, 'must hold at least one change')
  .max(CHANGES_IN_PACKAGE, `must not hold more than ${CHANGES_IN_PACKAGE} changes`)
  .readonly();

const textName = z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]);

/** `POST /api/documents/:id/proposals`. */
export const proposeRequest = z.strictObject({
  text: textName,
  changes: wantedChanges,
  rationale: reasonField.default(''),
  /** The proposal that this one amends: each base is then wording of that proposal. */
  amends: idOf<ProposalId>().nullable().default(null),
  visibility: z.enum(VISIBILITIES).default('public'),
  onBehalfOf: idOf<GroupId>().nullable().default(null),
});
export type ProposeRequest = z.input<typeof proposeRequest>;
export type WantedProposal = z.output<typeof proposeRequest>;

const standingParagraph = z.strictObject({
  id: storedId<ParagraphId>(),
  label: z.string(),
  kind: z.enum(PARAGRAPH_KINDS),
  level: z.int().min(0).max(4),
  runs: z.array(run).readonly(),
});

/** One change, brought to a text; `words` say what it changes there, paragraphs parted by line breaks. */
const changeStanding = z.strictObject({
  change: storedId<ChangeId>(),
  act: z.enum(CHANGE_ACTS),
  state: z.enum(CHANGE_STATES),
  now: z.array(standingParagraph).readonly(),
  wording: z.array(z.array(wordingShape).readonly()).readonly(),
  after: storedId<ParagraphId>().nullable(),
  words: z.array(z.tuple([z.enum(['=', '-', '+']), z.string()]).readonly()).readonly(),
});

/** How a proposal stands in the text that the answer names; null where it was withdrawn or taken up. */
const standing = z.strictObject({
  state: z.enum(CHANGE_STATES),
  changes: z.array(changeStanding).readonly(),
});
const proposalInText = z.strictObject({ entry: registerEntry, standing: standing.nullable() });

const contender = z.strictObject({ proposal: storedId<ProposalId>(), change: storedId<ChangeId>() });
const collision = z.strictObject({
  paragraph: storedId<ParagraphId>(),
  one: contender,
  other: contender,
  meeting: z.enum(MEETINGS),
  overlaps: z.array(z.strictObject({ start: count, end: count })).readonly(),
});

/** The working text for whoever may see it, else the latest version; null before the first. */
const standingText = z.union([z.literal('working'), storedId<VersionId>()]).nullable();

/** `GET /api/documents/:id/proposals`: those that the visitor sees, in the order in which they were made. */
export const proposalsAnswer = z.strictObject({
  text: standingText,
  proposals: z.array(proposalInText).readonly(),
  /** Pairs of changes of open proposals on one paragraph. */
  collisions: z.array(collision).readonly(),
});
export type ProposalsAnswer = z.infer<typeof proposalsAnswer>;

/** `GET /api/documents/:id/proposals/:proposal`. */
export const proposalAnswer = z.strictObject({ text: standingText, ...proposalInText.shape });
export type ProposalAnswer = z.infer<typeof proposalAnswer>;

/** `PATCH /api/documents/:id/proposals/:proposal`. */
export const editProposalRequest = z.strictObject({
  changes: wantedChanges,
  rationale: reasonField.default(''),
});
export type EditProposalRequest = z.input<typeof editProposalRequest>;

/** `POST …/proposals/:proposal/sponsorships/:delegation`. */
export const sponsorshipRequest = z.strictObject({ state: z.enum(['accepted', 'declined', 'left']) });

/** `POST …/proposals/:proposal/compromise`. */
export const compromiseRequest = z.strictObject({
  changes: wantedChanges,
  reason: reasonField.refine(
    (text) => text.trim() !== '',
    'must not be empty: say why you offer other wording',
  ),
});

/** `POST …/proposals/:proposal/compromise/answer`. */
export const compromiseAnswerRequest = z
  .strictObject({ accepted: z.boolean(), reason: reasonField.default('') })
  .refine(({ accepted, reason }) => accepted || reason.trim() !== '', {
    path: ['reason'],
    message: 'must not be empty: say why the offer is declined',
  });

/** `POST /api/documents/:id/proposals/:proposal/acceptance`. */
export const acceptanceRequest = z
  .strictObject({
    decision: z.enum(['accepted', 'accepted-in-part']),
    reason: reasonField.default(''),
    /** Other wording, or a part of the changes, made on the text as it stands. Absent: as proposed or compromised. */
    wordings: wantedChanges.nullable().default(null),
    /** The revision of the proposal that was looked at. */
    revision: z.int().min(1),
    /** By paragraph id: the words that were looked at. Where they changed meanwhile, nothing is accepted. */
    words: z.record(z.string(), z.string()).default({}),
    /** The revision of its disposition that was looked at, to decide anew; 0: there was none. */
    decided: z.int().min(0).default(0),
  })
  .refine(({ decision, reason }) => decision === 'accepted' || reason.trim() !== '', {
    path: ['reason'],
    message: 'must not be empty: the proposer is told why it is accepted in part',
  });
export type AcceptanceRequest = z.input<typeof acceptanceRequest>;

/** The acceptance as it was carried out, and the disposition that says what became of the proposal. */
export const acceptanceAnswer = z.strictObject({ entry: registerEntry, disposition: registerEntry });

/** `GET /api/documents/:id/provenance/:paragraph`: what shaped a paragraph, oldest first. */
export const provenanceAnswer = z.strictObject({
  paragraph: storedId<ParagraphId>(),
  shapings: z
    .array(
      z.strictObject({
        acceptance: z.string(),
        proposal: storedId<ProposalId>(),
        delegations: z.array(storedId<DelegationId>()).readonly(),
        acceptedBy: storedId<ParticipantId>(),
        at: isoTime,
        changes: z.array(appliedChange).readonly(),
      }),
    )
    .readonly(),
});
export type ProvenanceAnswer = z.infer<typeof provenanceAnswer>;
