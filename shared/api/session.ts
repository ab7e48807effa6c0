import { z } from 'zod';
import type { DocumentId } from '../model/ids.ts';
import { CONSTITUENCIES, ROLES } from '../model/participant.ts';
import { idOf } from './fields.ts';
import { ID_LENGTH, TOKEN_LENGTH } from './limits.ts';

/** `POST /api/session`: enter with the token of an invitation, an owner link or the server's ADMIN_TOKEN. */
export const enterRequest = z.strictObject({ token: z.string().min(1).max(TOKEN_LENGTH) });
export type EnterRequest = z.infer<typeof enterRequest>;

/** Who this browser is. A session may hold several accounts; `name` is the newest one's. */
export const sessionAnswer = z.strictObject({
  signedIn: z.boolean(),
  name: z.string().nullable(),
  /** May create documents. */
  mayCreate: z.boolean(),
  /** The server shows the sample document and `POST /api/demo/enter` works. */
  demo: z.boolean(),
  /** After entering: the document the token leads to, if it is one document's. */
  documentId: idOf<DocumentId>().nullable(),
});
export type Session = z.infer<typeof sessionAnswer>;

/** One of the sample people a visitor of a demonstration server may enter as. */
export const demoPerson = z.strictObject({
  key: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  delegation: z.string(),
  constituency: z.enum(CONSTITUENCIES).nullable(),
});
export type DemoPerson = z.infer<typeof demoPerson>;

export const demoAnswer = z.strictObject({
  documentId: idOf<DocumentId>(),
  people: z.array(demoPerson),
});
export type DemoAnswer = z.infer<typeof demoAnswer>;

/** `POST /api/demo/enter`. */
export const demoEnterRequest = z.strictObject({ key: z.string().min(1).max(ID_LENGTH) });
export type DemoEnterRequest = z.infer<typeof demoEnterRequest>;
