import { z } from 'zod';
import { isoTime } from './fields.ts';
import { TOKEN_LENGTH } from './limits.ts';

/** `GET …/feed.atom`: the personal token where the register is for participants. Nothing of it is logged. */
export const feedQuery = z.object({ token: z.string().min(1).max(TOKEN_LENGTH).exactOptional() });

/** `GET …/feed`: where the feed is, and since when one has a personal address (null: none). */
export const feedAnswer = z.strictObject({
  /** The address for everybody; null where the register is for participants. */
  public: z.string().nullable(),
  personalSince: isoTime.nullable(),
});
export type FeedAnswer = z.infer<typeof feedAnswer>;

/** `POST …/feed/token`: shown this once. The address before stops working. */
export const feedTokenAnswer = z.strictObject({ url: z.string() });
export type FeedTokenAnswer = z.infer<typeof feedTokenAnswer>;
