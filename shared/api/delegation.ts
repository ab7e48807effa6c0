import { z } from 'zod';
import type { ChangedDelegation } from '../model/delegation-change.ts';
import type { DelegationId, DocumentId } from '../model/ids.ts';
import { CONSTITUENCIES, REGIONS, ROLES } from '../model/participant.ts';
import { signatureShape } from './anchor.ts';
import { isoTime, nameField } from './fields.ts';
import { DELEGATIONS_AT_ONCE } from './limits.ts';
import { delegationRequest, delegationShape, invitedAnswer } from './member.ts';
import { storedId } from './stored-id.ts';

const described = {
  name: z.string(),
  constituency: z.enum(CONSTITUENCIES).nullable(),
  region: z.enum(REGIONS).nullable(),
};

export const changedDelegationRow: z.ZodType<ChangedDelegation, ChangedDelegation> = z.strictObject({
  id: storedId<DelegationId>(),
  documentId: storedId<DocumentId>(),
  ...described,
  earlier: z.array(z.strictObject({ ...described, until: isoTime })).readonly(),
  by: signatureShape,
});

/** `PATCH …/delegations/:delegation`: what is not named stays, but for the regional group of who becomes no government. */
export const changeDelegationRequest = z
  .strictObject({
    name: nameField.optional(),
    constituency: z.enum(CONSTITUENCIES).nullable().optional(),
    region: z.enum(REGIONS).nullable().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'names nothing to change');
export type ChangeDelegationRequest = z.input<typeof changeDelegationRequest>;

/** `POST …/delegations`: one person for each. All are invited in one act, or none. */
export const inviteManyRequest = z.strictObject({
  delegations: z
    .array(
      delegationRequest.extend({
        /** How the person is called; without it, after the delegation. */
        person: nameField.nullable().default(null),
        /** Without it, delegate for a government and stakeholder for anybody else. */
        role: z.enum(ROLES).nullable().default(null),
      }),
    )
    .min(1)
    .max(DELEGATIONS_AT_ONCE),
});
export type InviteManyRequest = z.input<typeof inviteManyRequest>;

/** Links are shown here once. `present`: delegations that had somebody with access, by the name that was asked for. */
export const invitedManyAnswer = z.strictObject({
  invited: z.array(z.strictObject({ ...invitedAnswer.shape, delegation: delegationShape })),
  present: z.array(z.strictObject({ asked: z.string(), delegation: delegationShape })),
});
export type InvitedManyAnswer = z.infer<typeof invitedManyAnswer>;
