import type { Kysely } from 'kysely';
import type { LinkTokenRows } from '../../ports/link-tokens.ts';
import type { MailSettingRows, OutboxRows } from '../../ports/mail.ts';
import type { Tables } from './tables.ts';

export const linkTokenRows = (db: Kysely<Tables>): LinkTokenRows => ({
  async find(use, tokenHash) {
    const found = db.selectFrom('linkTokens').selectAll().where('tokenHash', '=', tokenHash);
    return (await found.where('use', '=', use).executeTakeFirst()) ?? null;
  },
  async ofParticipant(participantId, use) {
    const found = db.selectFrom('linkTokens').selectAll().where('participantId', '=', participantId);
    return await found
      .where('use', '=', use)
      .orderBy('linkTokens.rowid' as 'createdAt')
      .execute();
  },
  async insert(token) {
    await db.insertInto('linkTokens').values(token).execute();
  },
  async revoke(participantId, use) {
    const all = db.deleteFrom('linkTokens').where('participantId', '=', participantId);
    await all.where('use', '=', use).execute();
  },
  async deleteExpired(now) {
    await db.deleteFrom('linkTokens').where('expiresAt', '<=', now).execute();
  },
});

export const mailSettingRows = (db: Kysely<Tables>): MailSettingRows => ({
  async find(participantId) {
    const found = db.selectFrom('mailSettings').selectAll().where('participantId', '=', participantId);
    return (await found.executeTakeFirst()) ?? null;
  },
  async active() {
    const confirmed = db.selectFrom('mailSettings').selectAll().where('confirmedAt', 'is not', null);
    return await confirmed.where('frequency', '!=', 'off').orderBy('participantId').execute();
  },
  async save(setting) {
    const { participantId: _, ...changed } = setting;
    await db
      .insertInto('mailSettings')
      .values(setting)
      .onConflict((clash) => clash.column('participantId').doUpdateSet(changed))
      .execute();
  },
});

export const outboxRows = (db: Kysely<Tables>): OutboxRows => ({
  async due(now, limit) {
    const waiting = db.selectFrom('outbox').selectAll().where('nextTryAt', '<=', now);
    return await waiting
      .orderBy('outbox.rowid' as 'createdAt')
      .limit(limit)
      .execute();
  },
  async insert(mail) {
    await db.insertInto('outbox').values(mail).execute();
  },
  async putOff(messageId, tries, nextTryAt) {
    await db.updateTable('outbox').set({ tries, nextTryAt }).where('messageId', '=', messageId).execute();
  },
  async delete(messageId) {
    await db.deleteFrom('outbox').where('messageId', '=', messageId).execute();
  },
  async deleteOf(participantId) {
    await db.deleteFrom('outbox').where('participantId', '=', participantId).execute();
  },
});
