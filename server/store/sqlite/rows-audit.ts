import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { type ChainHead, EMPTY_CHAIN, link, type TextState } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import type { ActRecord } from '../../ports/records.ts';
import type { AuditRows } from '../../ports/rows.ts';
import { insertAll } from './insert-all.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
  ...(['documentId', 'seq', 'at', 'act', 'participantId', 'delegationId', 'subject'] as const),
  ...(['recordHash', 'textSeq', 'textDigest', 'previous', 'hash'] as const),
] as const;

export function auditRows(db: Kysely<Tables>): AuditRows {
  const head = async (documentId: DocumentId) =>
    (await db
      .selectFrom('audit')
      .select(['seq', 'hash'])
      .where('documentId', '=', documentId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? EMPTY_CHAIN;
  const textEnd = async (documentId: DocumentId) => {
    const last = await db
      .selectFrom('updates')
      .select(['seq', 'digest'])
      .where('documentId', '=', documentId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { textSeq: last?.seq ?? 0, textDigest: last?.digest ?? EMPTY_TEXT };
  };
  /** Nobody else writes meanwhile: the end of the chain and of the text are asked once a document. */
  const appendAll = async (records: readonly ActRecord[]): Promise<readonly AuditEntry[]> => {
    const ends = new Map<DocumentId, { readonly last: ChainHead; readonly text: TextState }>();
    const entries: AuditEntry[] = [];
    for (const record of records) {
      const { documentId } = record;
      const { last, text } = ends.get(documentId) ?? {
        last: await head(documentId),
        text: await textEnd(documentId),
      };
      const entry = link(last, record, text);
      entries.push(entry);
      ends.set(documentId, { last: entry, text });
    }
    await insertAll(db, 'audit', COLUMNS, entries);
    return entries;
  };
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
      const [entry] = await appendAll([record]);
      return entry as AuditEntry;
    },
    appendAll: async (records) => void (await appendAll(records)),
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
