import { z } from 'zod';
import type { DelegationId, DocumentId, ParticipantId } from '../model/ids.ts';
import { CONSTITUENCIES, REGIONS, ROLES } from '../model/participant.ts';
import type { RegisterEntry } from '../model/register.ts';
import { answerRow, commentRow, stanceRow } from './comment-rows.ts';
import { declarationRow, statementRow } from './declaration-rows.ts';
import { changedDelegationRow } from './delegation.ts';
import { carriageRow, dispositionRow, itemRow, linkRow, statusRow } from './disposition-rows.ts';
import { count, isoTime } from './fields.ts';
import { groupRow, headRow } from './group.ts';
import { alignmentRow, positionRow } from './position-rows.ts';
import { acceptanceRow, proposalRow } from './proposal-rows.ts';
import { adoptionRow, milestoneRow, objectionRow, silenceRow } from './silence-rows.ts';
import { storedId } from './stored-id.ts';

const entryOf = <Noun extends string, Row>(noun: Noun, row: z.ZodType<Row, Row>) =>
  z.strictObject({
    documentId: storedId<DocumentId>(),
    seq: z.int().min(1),
    noun: z.literal(noun),
    id: z.string(),
    revision: z.int().min(1),
    at: isoTime,
    row,
  });

/** One revision of one row, as the register keeps it. */
export const registerEntry: z.ZodType<RegisterEntry, RegisterEntry> = z.discriminatedUnion('noun', [
  entryOf('group', groupRow),
  entryOf('head', headRow),
  entryOf('delegation', changedDelegationRow),
  entryOf('comment', commentRow),
  entryOf('answer', answerRow),
  entryOf('stance', stanceRow),
  entryOf('proposal', proposalRow),
  entryOf('acceptance', acceptanceRow),
  entryOf('disposition', dispositionRow),
  entryOf('item', itemRow),
  entryOf('link', linkRow),
  entryOf('status', statusRow),
  entryOf('carriage', carriageRow),
  entryOf('alignment', alignmentRow),
  entryOf('position', positionRow),
  entryOf('declaration', declarationRow),
  entryOf('silence', silenceRow),
  entryOf('objection', objectionRow),
  entryOf('adoption', adoptionRow),
  entryOf('milestone', milestoneRow),
  entryOf('statement', statementRow),
]);

/** Everybody who ever took part, by id: whom the rows of a register name. */
export const directory = z.strictObject({
  participants: z
    .array(
      z.strictObject({
        id: storedId<ParticipantId>(),
        name: z.string(),
        role: z.enum(ROLES),
        delegationId: storedId<DelegationId>(),
      }),
    )
    .readonly(),
  delegations: z
    .array(
      z.strictObject({
        id: storedId<DelegationId>(),
        name: z.string(),
        constituency: z.enum(CONSTITUENCIES).nullable(),
        region: z.enum(REGIONS).nullable(),
      }),
    )
    .readonly(),
});
export type Directory = z.infer<typeof directory>;

/** Query of `GET /api/documents/:id/register`: the head that the caller's copy has; 0 for the whole register. */
export const registerQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });

/**
 * `GET /api/documents/:id/register`: newest revisions behind `after` that the visitor may see, by seq; all nouns but
 * positions, which a matrix of states and paragraphs has by ten thousands: `GET …/positions` has them.
 */
export const registerAnswer = z.strictObject({
  head: count,
  entries: z.array(registerEntry).readonly(),
  directory,
});
export type RegisterAnswer = z.infer<typeof registerAnswer>;

/** `GET /api/documents/:id/register/:noun/:rowId/history`: every revision that the visitor may see, oldest first. */
export const historyAnswer = z.strictObject({ entries: z.array(registerEntry).readonly() });
export type HistoryAnswer = z.infer<typeof historyAnswer>;

/** Answer to every act on a row: its new revision. */
export const entryAnswer = z.strictObject({ entry: registerEntry });
export type EntryAnswer = z.infer<typeof entryAnswer>;
