import { z } from 'zod';
import type { Brand, DocumentId, NoticeId, ParticipantId } from '../model/ids.ts';
import { NOTICE_REASONS, type Notice } from '../model/notice.ts';
import { REGISTER_NOUNS } from '../model/register.ts';
import { count, idOf, isoTime } from './fields.ts';
import { NOTICES_PAGE, SEEN_ROWS } from './limits.ts';
import { storedId } from './stored-id.ts';

/** `GET /api/notices`: newest first. */
export const noticesQuery = z.object({
  /** One document's; without it, those of every document one participates in. */
  document: idOf<DocumentId>().exactOptional(),
  /** Only those before this one: the last of the page before. */
  before: idOf<NoticeId>().exactOptional(),
  limit: z.coerce.number().int().min(1).max(NOTICES_PAGE).default(NOTICES_PAGE),
});

/** Where a notice leads: the thread, proposal or version it is about, as the reader may see it now. */
export const noticeSubject = z.strictObject({
  noun: z.enum(['comment', 'proposal', 'version', 'document', 'position', 'declaration', 'silence']),
  id: z.string(),
  /** What kind of comment or declaration, or the outcome of a silence; null for anything else. */
  kind: z.string().nullable(),
  /** The paragraph's number at that time; empty where it has none. */
  label: z.string(),
  /** Name of a version or a group, or the phase; empty otherwise. */
  name: z.string(),
  /** Of a silence that was extended: which deadline became which by the act that is told of. */
  moved: z.strictObject({ from: isoTime, to: isoTime }).exactOptional(),
});
export type NoticeSubject = z.infer<typeof noticeSubject>;

const noticeShape: z.ZodType<Notice, Notice> = z.object({
  id: storedId<NoticeId>(),
  documentId: storedId<DocumentId>(),
  participantId: storedId<ParticipantId>(),
  reason: z.enum(NOTICE_REASONS),
  noun: z.enum([...REGISTER_NOUNS, 'version', 'document']),
  subject: z.string(),
  causedBy: storedId<ParticipantId>().nullable(),
  at: isoTime,
  readAt: isoTime.nullable(),
});

export const noticeView = z.strictObject({
  notice: noticeShape,
  /** Who caused it; null: the server. */
  by: z.strictObject({ name: z.string(), delegation: z.string() }).nullable(),
  /** Null: the reader may not see it any more. */
  about: noticeSubject.nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

export const noticesAnswer = z.strictObject({
  notices: z.array(noticeView),
  /** All that are unread, not only of this page. */
  unread: count,
  more: z.boolean(),
});
export type NoticesAnswer = z.infer<typeof noticesAnswer>;

/** `POST /api/notices/read`: either `ids` or `all`. */
export const readNoticesRequest = z
  .strictObject({
    document: idOf<DocumentId>().exactOptional(),
    ids: z.array(idOf<NoticeId>()).min(1).max(NOTICES_PAGE).exactOptional(),
    all: z.literal(true).exactOptional(),
  })
  .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), 'name either ids or all');
export type ReadNoticesRequest = z.input<typeof readNoticesRequest>;

export const readNoticesAnswer = z.strictObject({ unread: count });
export type ReadNoticesAnswer = z.infer<typeof readNoticesAnswer>;

const noun = z.enum(REGISTER_NOUNS);

/**
 * `GET …/seen`: everything up to seq `upTo`, and `rows` beyond it, each up to the seq of the revision that was seen.
 * An entry is unseen when its seq is above `upTo` and above that of its row here.
 */
export const seenAnswer = z.strictObject({
  upTo: count,
  rows: z.array(z.strictObject({ noun, id: z.string(), seq: count })).readonly(),
});
export type SeenAnswer = z.infer<typeof seenAnswer>;

/** `POST …/seen`: rows as seen up to `seq`, or as they stand now; everything up to seq `upTo`; or both. */
export const seenRequest = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          noun,
          id: idOf<Brand<string>>() as z.ZodType<string, string>,
          seq: count.exactOptional(),
        }),
      )
      .max(SEEN_ROWS)
      .default([]),
    upTo: count.exactOptional(),
  })
  .refine(({ rows, upTo }) => rows.length > 0 || upTo !== undefined, 'name rows or upTo');
export type SeenRequest = z.input<typeof seenRequest>;
