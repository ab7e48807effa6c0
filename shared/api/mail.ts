import { z } from 'zod';
import type { DocumentId } from '../model/ids.ts';
import { MAIL_FREQUENCIES } from '../model/mail.ts';
import { MAIL_ADDRESS_LENGTH, TOKEN_LENGTH } from './limits.ts';
import { storedId } from './stored-id.ts';

/** `GET …/mail` and the answer to `PATCH …/mail`: one's own. */
export const mailAnswer = z.strictObject({
  /** Whether this server sends mail at all. */
  available: z.boolean(),
  address: z.string().nullable(),
  frequency: z.enum(MAIL_FREQUENCIES),
  confirmed: z.boolean(),
  /** Why the last mail was refused, or null. */
  problem: z.string().nullable(),
});
export type MailAnswer = z.infer<typeof mailAnswer>;

/** `PATCH …/mail`: at least one field. */
export const mailRequest = z
  .strictObject({
    address: z
      .email('must be a mail address such as name@example.org')
      .max(MAIL_ADDRESS_LENGTH)
      .exactOptional(),
    frequency: z.enum(MAIL_FREQUENCIES).exactOptional(),
  })
  .refine(
    ({ address, frequency }) => address !== undefined || frequency !== undefined,
    'name address or frequency',
  );
export type MailRequest = z.input<typeof mailRequest>;

const token = z.string().min(1).max(TOKEN_LENGTH);

/** `POST /api/mail/confirmation`: the token of the link in the mail. Nobody needs to be signed in for it. */
export const confirmMailRequest = z.strictObject({ token });
export type ConfirmMailRequest = z.input<typeof confirmMailRequest>;

export const confirmMailAnswer = z.strictObject({ documentId: storedId<DocumentId>() });
export type ConfirmMailAnswer = z.infer<typeof confirmMailAnswer>;

/** `GET`, `POST /api/mail/stop`. */
export const stopMailQuery = z.object({ token });
