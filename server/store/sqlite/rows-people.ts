import type { Kysely, Selectable } from 'kysely';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { DelegationRows, DocumentRows, ParticipantRows } from '../../ports/rows.ts';
import type { Tables } from './tables.ts';

const toDocument = ({ adoption, ...row }: Selectable<Tables['documents']>): OutcomeDocument => ({
  ...row,
  sample: row.sample === 1,
  // A database that is only read may be of a program before adoption was kept there.
  ...(adoption == null ? {} : { adoption: JSON.parse(adoption) }),
});

const fromDocument = ({ adoption, sample, ...row }: OutcomeDocument) => ({
  ...row,
  sample: sample ? 1 : 0,
  adoption: adoption === undefined ? null : JSON.stringify(adoption),
});

export const documentRows = (db: Kysely<Tables>): DocumentRows => ({
  async find(id) {
    const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toDocument(row);
  },
  async list() {
    return (await db.selectFrom('documents').selectAll().orderBy('createdAt').orderBy('id').execute()).map(
      toDocument,
    );
  },
  async insert(document) {
    await db.insertInto('documents').values(fromDocument(document)).execute();
  },
  async update(document) {
    const { id, ...rest } = fromDocument(document);
    const result = await db.updateTable('documents').set(rest).where('id', '=', id).executeTakeFirstOrThrow();
    if (result.numUpdatedRows !== 1n) throw new Error(`no row ${id}`);
  },
});

export const delegationRows = (db: Kysely<Tables>): DelegationRows => ({
  async find(id) {
    return (await db.selectFrom('delegations').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
  },
  async ofDocument(documentId) {
    return await db
      .selectFrom('delegations')
      .selectAll()
      .where('documentId', '=', documentId)
      .orderBy('delegations.rowid' as 'id')
      .execute();
  },
  async insert(delegation) {
    await db.insertInto('delegations').values(delegation).execute();
  },
  async update({ id, ...rest }) {
    const result = await db
      .updateTable('delegations')
      .set(rest)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (result.numUpdatedRows !== 1n) throw new Error(`no row ${id}`);
  },
});

export const participantRows = (db: Kysely<Tables>): ParticipantRows => {
  const all = db
    .selectFrom('participants')
    .selectAll()
    .orderBy('participants.rowid' as 'id');
  return {
    async find(id) {
      return (await all.where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async ofDocument(documentId) {
      return await all.where('documentId', '=', documentId).execute();
    },
    async ofAccount(accountId) {
      return await all.where('accountId', '=', accountId).execute();
    },
    async insert(participant) {
      await db.insertInto('participants').values(participant).execute();
    },
    async update({ id, ...rest }) {
      const result = await db
        .updateTable('participants')
        .set(rest)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (result.numUpdatedRows !== 1n) throw new Error(`no row ${id}`);
    },
  };
};
