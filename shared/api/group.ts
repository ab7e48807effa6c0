import { z } from 'zod';
import type { DelegationHead, Group } from '../model/group.ts';
import type { DelegationId, DocumentId, GroupId, IsoTime, ParticipantId } from '../model/ids.ts';
import { signatureShape } from './anchor.ts';
import { askedTime, idOf, isoTime, nameField } from './fields.ts';
import { GROUP_MEMBERS } from './limits.ts';
import { storedId } from './stored-id.ts';

export const groupRow: z.ZodType<Group, Group> = z.strictObject({
  id: storedId<GroupId>(),
  documentId: storedId<DocumentId>(),
  name: z.string(),
  members: z
    .array(
      z.strictObject({ delegationId: storedId<DelegationId>(), from: isoTime, until: isoTime.nullable() }),
    )
    .readonly(),
  spokesperson: storedId<DelegationId>().nullable(),
  by: signatureShape,
});

export const headRow: z.ZodType<DelegationHead, DelegationHead> = z.strictObject({
  id: storedId<DelegationId>(),
  documentId: storedId<DocumentId>(),
  participantId: storedId<ParticipantId>(),
  by: signatureShape,
});

/** A time in UTC, however it was written: memberships are compared by it. */
const utcTime = askedTime.transform((time) => new Date(time).toISOString() as IsoTime);

/** `POST …/groups` and `PUT …/groups/:group`. A membership without `from` keeps the one it has, or begins now. */
export const groupRequest = z.strictObject({
  name: nameField,
  members: z
    .array(
      z.strictObject({
        delegationId: idOf<DelegationId>(),
        from: utcTime.nullable().default(null),
        until: utcTime.nullable().default(null),
      }),
    )
    .max(GROUP_MEMBERS),
  spokesperson: idOf<DelegationId>().nullable().default(null),
});
export type GroupRequest = z.input<typeof groupRequest>;

/** `PUT …/delegations/:delegation/head`. */
export const headRequest = z.strictObject({ participantId: idOf<ParticipantId>() });
export type HeadRequest = z.input<typeof headRequest>;
