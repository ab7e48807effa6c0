import { type Kysely, type Selectable, sql } from 'kysely';
import type { Version } from '../../../shared/model/version.ts';
import type { IdempotencyRows, VersionRows } from '../../ports/rows.ts';
import type { Tables } from './tables.ts';

const toVersion = (row: Selectable<Tables['versions']>): Version => ({
  ...row,
  paragraphs: JSON.parse(row.paragraphs),
  relabelling: JSON.parse(row.relabelling),
});

export const versionRows = (db: Kysely<Tables>): VersionRows => ({
  async find(documentId, id) {
    const found = db.selectFrom('versions').selectAll().where('documentId', '=', documentId);
    const row = await found.where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toVersion(row);
  },
  async latest(documentId) {
    const found = db.selectFrom('versions').selectAll().where('documentId', '=', documentId);
    const row = await found.orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
    return row === undefined ? null : toVersion(row);
  },
  async ofDocument(documentId) {
    return await db
      .selectFrom('versions')
      .select([
        'id',
        'documentId',
        'ordinal',
        'stage',
        'name',
        'letter',
        'publishedAt',
        'publishedBy',
        'hash',
      ])
      .where('documentId', '=', documentId)
      .orderBy('ordinal')
      .execute();
  },
  async insert(version) {
    await db
      .insertInto('versions')
      .values({
        ...version,
        paragraphs: JSON.stringify(version.paragraphs),
        relabelling: JSON.stringify(version.relabelling),
      })
      .execute();
  },
});

export const idempotencyRows = (db: Kysely<Tables>): IdempotencyRows => ({
  async find(keyHash) {
    const found = db.selectFrom('idempotency').selectAll().where('keyHash', '=', keyHash);
    return (await found.executeTakeFirst()) ?? null;
  },
  async insert(record) {
    await db.insertInto('idempotency').values(record).execute();
  },
  async deleteBefore(time, keep) {
    await sql`DELETE FROM idempotency
      WHERE "createdAt" < ${time} AND rowid <= (SELECT MAX(rowid) FROM idempotency) - ${keep}`.execute(db);
  },
});
