import type { Kysely, Selectable } from 'kysely';
import type { Account } from '../../ports/records.ts';
import type { AccountRows, InvitationRows, OwnerLinkRows, SessionRows } from '../../ports/rows.ts';
import type { Tables } from './tables.ts';

const toAccount = (row: Selectable<Tables['accounts']> | undefined): Account | null =>
  row === undefined ? null : { ...row, owner: row.owner === 1 };

export const accountRows = (db: Kysely<Tables>): AccountRows => ({
  async find(id) {
    return toAccount(await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst());
  },
  async findOwner() {
    return toAccount(await db.selectFrom('accounts').selectAll().where('owner', '=', 1).executeTakeFirst());
  },
  async insert(account) {
    await db
      .insertInto('accounts')
      .values({ ...account, owner: account.owner ? 1 : 0 })
      .execute();
  },
});

export const invitationRows = (db: Kysely<Tables>): InvitationRows => ({
  async findByToken(tokenHash) {
    const found = db.selectFrom('invitations').selectAll().where('tokenHash', '=', tokenHash);
    return (await found.executeTakeFirst()) ?? null;
  },
  async ofDocument(documentId) {
    return await db
      .selectFrom('invitations')
      .selectAll()
      .where('documentId', '=', documentId)
      .orderBy('invitations.rowid' as 'id')
      .execute();
  },
  async insert(invitation) {
    await db.insertInto('invitations').values(invitation).execute();
  },
  async revoke(id, at) {
    await db
      .updateTable('invitations')
      .set({ revokedAt: at })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .execute();
  },
  async markUsed(id, at) {
    await db
      .updateTable('invitations')
      .set({ usedAt: at })
      .where('id', '=', id)
      .where('usedAt', 'is', null)
      .execute();
  },
});

export const ownerLinkRows = (db: Kysely<Tables>): OwnerLinkRows => ({
  async findByToken(tokenHash) {
    const found = db.selectFrom('ownerLinks').selectAll().where('tokenHash', '=', tokenHash);
    return (await found.executeTakeFirst()) ?? null;
  },
  async anyUsed() {
    const used = db.selectFrom('ownerLinks').select('tokenHash').where('usedAt', 'is not', null);
    return (await used.executeTakeFirst()) !== undefined;
  },
  async deleteUnused() {
    await db.deleteFrom('ownerLinks').where('usedAt', 'is', null).execute();
  },
  async insert(row) {
    await db.insertInto('ownerLinks').values(row).execute();
  },
  async markUsed(tokenHash, at) {
    await db
      .updateTable('ownerLinks')
      .set({ usedAt: at })
      .where('tokenHash', '=', tokenHash)
      .where('usedAt', 'is', null)
      .execute();
  },
});

export const sessionRows = (db: Kysely<Tables>): SessionRows => ({
  async find(tokenHash) {
    const found = db.selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash);
    const session = await found.executeTakeFirst();
    if (session === undefined) return null;
    const held = await db
      .selectFrom('sessionAccounts')
      .select('accountId')
      .where('tokenHash', '=', tokenHash)
      .orderBy('place')
      .execute();
    return { ...session, accounts: held.map((row) => row.accountId) };
  },
  async insert({ accounts, ...session }) {
    await db.insertInto('sessions').values(session).execute();
    for (const [place, accountId] of accounts.entries())
      await db
        .insertInto('sessionAccounts')
        .values({ tokenHash: session.tokenHash, accountId, place })
        .execute();
  },
  async delete(tokenHash) {
    await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
  },
  async forgetAccount(accountId) {
    await db.deleteFrom('sessionAccounts').where('accountId', '=', accountId).execute();
  },
  async deleteExpired(now) {
    await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
  },
});
