import { type Kysely, type Selectable, sql } from 'kysely';
import type { NoticeId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  NOTICES_KEPT,
  type NoticeRows,
  type SeenRow,
  type SeenRows,
  type StoredNotice,
} from '../../ports/notices.ts';
import type { Tables } from './tables.ts';

/** Rows an INSERT carries: nine values each stay far below SQLite's 32,766 parameters. */
const ROWS_AN_INSERT = 200;

const toNotice = (row: Selectable<Tables['notices']>): StoredNotice => ({
  ...row,
  id: String(row.seq) as NoticeId,
});

export function noticeRows(db: Kysely<Tables>): NoticeRows {
  const ofParticipant = (participantId: ParticipantId) =>
    db.selectFrom('notices').selectAll().where('participantId', '=', participantId);
  return {
    async insert(notices) {
      for (let at = 0; at < notices.length; at += ROWS_AN_INSERT)
        await db
          .insertInto('notices')
          .values(notices.slice(at, at + ROWS_AN_INSERT).map((notice) => ({ ...notice, readAt: null })))
          .execute();
      for (const participantId of new Set(notices.map((notice) => notice.participantId)))
        await sql`DELETE FROM notices WHERE "participantId" = ${participantId} AND "seq" <= (
          SELECT "seq" FROM notices WHERE "participantId" = ${participantId}
          ORDER BY "seq" DESC LIMIT 1 OFFSET ${NOTICES_KEPT})`.execute(db);
    },
    async ofParticipant(participantId, before, limit) {
      const all = ofParticipant(participantId);
      const found = before === null ? all : all.where('seq', '<', before);
      return (await found.orderBy('seq', 'desc').limit(limit).execute()).map(toNotice);
    },
    async unreadSince(participantId, after, limit) {
      const found = ofParticipant(participantId).where('readAt', 'is', null).where('seq', '>', after);
      return (await found.orderBy('seq').limit(limit).execute()).map(toNotice);
    },
    async unread(participantId) {
      const found = await db
        .selectFrom('notices')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('participantId', '=', participantId)
        .where('readAt', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(found.count);
    },
    async markRead(participantId, ids, at) {
      let unread = db
        .updateTable('notices')
        .set({ readAt: at })
        .where('participantId', '=', participantId)
        .where('readAt', 'is', null);
      if (ids !== null) unread = unread.where('seq', 'in', ids.map(Number));
      return Number((await unread.executeTakeFirst()).numUpdatedRows);
    },
  };
}

export function seenRows(db: Kysely<Tables>): SeenRows {
  const upToOf = async (documentId: string, participantId: ParticipantId): Promise<number> => {
    const found = db.selectFrom('seenUpTo').select('upTo').where('participantId', '=', participantId);
    return (await found.where('documentId', '=', documentId as never).executeTakeFirst())?.upTo ?? 0;
  };
  return {
    async find(documentId, participantId) {
      const rows = await db
        .selectFrom('seenRows')
        .select(['noun', 'id', 'seq'])
        .where('documentId', '=', documentId)
        .where('participantId', '=', participantId)
        .orderBy('seq')
        .execute();
      return { upTo: await upToOf(documentId, participantId), rows: rows as readonly SeenRow[] };
    },
    async mark(documentId, participantId, rows) {
      const upTo = await upToOf(documentId, participantId);
      for (const row of rows)
        if (row.seq > upTo)
          await db
            .insertInto('seenRows')
            .values({ documentId, participantId, ...row })
            .onConflict((clash) =>
              clash
                .columns(['participantId', 'documentId', 'noun', 'id'])
                .doUpdateSet({ seq: row.seq })
                .where('seenRows.seq', '<', row.seq),
            )
            .execute();
    },
    async raise(documentId, participantId, upTo) {
      await db
        .insertInto('seenUpTo')
        .values({ documentId, participantId, upTo })
        .onConflict((clash) =>
          clash
            .columns(['participantId', 'documentId'])
            .doUpdateSet({ upTo })
            .where('seenUpTo.upTo', '<', upTo),
        )
        .execute();
      await db
        .deleteFrom('seenRows')
        .where('documentId', '=', documentId)
        .where('participantId', '=', participantId)
        .where('seq', '<=', upTo)
        .execute();
    },
  };
}
