import { z } from 'zod';
import type { DelegationHead, Group } from '../model/group.ts';
import type { DelegationId, DocumentId, GroupId, ParticipantId } from '../model/ids.ts';
import { signatureShape } from './anchor.ts';
import { isoTime } from './fields.ts';
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
