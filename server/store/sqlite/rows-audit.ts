import type { Kysely } from 'kysely';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { EMPTY_CHAIN, link } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import type { AuditRows } from '../../ports/rows.ts';
import type { Tables } from './tables.ts';

export function auditRows(db: Kysely<Tables>): AuditRows {
  const head = async (documentId: DocumentId) =>
    (await db
      .selectFrom('audit')
      .select(['seq', 'hash'])
      .where('documentId', '=', documentId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? EMPTY_CHAIN;
  return {
    head,
    async documents() {
      const all = await db
        .selectFrom('audit')
        .select('documentId')
        .distinct()
        .orderBy('documentId')
        .execute();
      return all.map((row) => row.documentId);
    },
    async append(record) {
      const last = await db
        .selectFrom('updates')
        .select(['seq', 'digest'])
        .where('documentId', '=', record.documentId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      const text = { textSeq: last?.seq ?? 0, textDigest: last?.digest ?? EMPTY_TEXT };
      const entry = link(await head(record.documentId), record, text);
      await db.insertInto('audit').values(entry).execute();
      return entry;
    },
    async read(documentId, after, limit) {
      return await db
        .selectFrom('audit')
        .selectAll()
        .where('documentId', '=', documentId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
    },
  };
}
