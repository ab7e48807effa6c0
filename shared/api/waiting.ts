import { z } from 'zod';
import { WAITING_FOR } from '../model/waiting.ts';
import { count, isoTime } from './fields.ts';

/** `GET /api/documents/:id/waiting`: what waits for the visitor. Empty for whoever only reads along. */
export const waitingAnswer = z.strictObject({
  waiting: z
    .array(
      z.strictObject({
        what: z.enum(WAITING_FOR),
        count,
        /** The row itself where it is the only one: a comment's, a proposal's or an input's id. */
        only: z.string().nullable(),
        /** `silence`: its deadline. */
        until: isoTime.nullable(),
      }),
    )
    .readonly(),
});
export type WaitingAnswer = z.infer<typeof waitingAnswer>;
