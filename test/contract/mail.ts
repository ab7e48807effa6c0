import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkToken } from '../../server/ports/link-tokens.ts';
import type { MailSetting, OutboxMail } from '../../server/ports/mail.ts';
import type { Store } from '../../server/ports/store.ts';
import type { StoreAdapter } from './adapter.ts';
import { AT, insertPeople, LATER, sampleDocument, sampleParticipant } from './rows.ts';

const [me, other] = [sampleParticipant().id, sampleParticipant('other').id];

const token = (tokenHash: string, over: Partial<LinkToken> = {}): LinkToken => ({
  tokenHash,
  use: 'feed',
  participantId: me,
  createdAt: AT,
  expiresAt: null,
  ...over,
});
const setting = (over: Partial<MailSetting> = {}): MailSetting => ({
  participantId: me,
  documentId: sampleDocument().id,
  address: 'me@example.org',
  frequency: 'daily',
  confirmedAt: AT,
  mailedAt: null,
  mailedUpTo: 0,
  problem: null,
  ...over,
});
const mail = (messageId: string, over: Partial<OutboxMail> = {}): OutboxMail => ({
  messageId,
  participantId: me,
  to: 'me@example.org',
  subject: 'Notices',
  text: 'Words & “more”\n',
  unsubscribe: null,
  createdAt: AT,
  tries: 0,
  nextTryAt: AT,
  ...over,
});

/** Name of a case, and what it does with a store that holds two people of `sampleDocument`. */
const CASES: readonly (readonly [string, (store: Store) => Promise<void>])[] = [
  [
    'E12: a token is found by hash and use, taken back with all of its use, and expires',
    async (store) => {
      await store.transact(async ({ linkTokens }) => {
        await linkTokens.insert(token('a'));
        await linkTokens.insert(token('b', { use: 'stop-mail', expiresAt: LATER }));
        await linkTokens.insert(token('c'));
        await linkTokens.insert(token('d', { participantId: other }));
      });
      const { linkTokens } = store.rows;
      expect(await linkTokens.find('feed', 'a')).toEqual(token('a'));
      expect(await linkTokens.find('stop-mail', 'a')).toBeNull();
      expect((await linkTokens.ofParticipant(me, 'feed')).map(({ tokenHash }) => tokenHash)).toEqual([
        'a',
        'c',
      ]);
      await store.transact((rows) => rows.linkTokens.revoke(me, 'feed'));
      expect(await linkTokens.ofParticipant(me, 'feed')).toEqual([]);
      expect(await linkTokens.find('feed', 'd')).not.toBeNull();
      await store.transact((rows) => rows.linkTokens.deleteExpired(AT));
      expect(await linkTokens.find('stop-mail', 'b')).not.toBeNull();
      await store.transact((rows) => rows.linkTokens.deleteExpired(LATER));
      expect(await linkTokens.find('stop-mail', 'b')).toBeNull();
      await expect(store.transact((rows) => rows.linkTokens.insert(token('d')))).rejects.toThrow();
    },
  ],
  [
    'E14: a setting is written and changed; active are those that are confirmed and not off',
    async (store) => {
      const save = (over: Partial<MailSetting>) =>
        store.transact(({ mailSettings }) => mailSettings.save(setting(over)));
      await save({});
      await save({ participantId: other, confirmedAt: null });
      expect(await store.rows.mailSettings.active()).toEqual([setting()]);
      await save({ frequency: 'off', mailedUpTo: 7, problem: '550 none' });
      expect(await store.rows.mailSettings.find(me)).toEqual(
        setting({ frequency: 'off', mailedUpTo: 7, problem: '550 none' }),
      );
      expect(await store.rows.mailSettings.active()).toEqual([]);
      await expect(store.rows.mailSettings.save(setting())).rejects.toThrow('outside of a transaction');
    },
  ],
  [
    'E19: mails wait in order until their time, are put off, and leave',
    async (store) => {
      await store.transact(async ({ outbox }) => {
        await outbox.insert(mail('b'));
        await outbox.insert(mail('a', { participantId: other }));
        await outbox.insert(mail('late', { nextTryAt: LATER }));
      });
      const due = async (now = AT, limit = 9) =>
        (await store.rows.outbox.due(now, limit)).map(({ messageId }) => messageId);
      expect(await due()).toEqual(['b', 'a']);
      expect(await due(AT, 1)).toEqual(['b']);
      await store.transact(({ outbox }) => outbox.putOff('b', 3, LATER));
      expect(await due()).toEqual(['a']);
      expect(await store.rows.outbox.due(LATER, 1)).toEqual([mail('b', { tries: 3, nextTryAt: LATER })]);
      await store.transact(({ outbox }) => outbox.delete('a'));
      await store.transact(({ outbox }) => outbox.deleteOf(me));
      expect(await due(LATER)).toEqual([]);
    },
  ],
];

/** What every store must do with tokens in addresses, mail settings and mails to send. */
export function mailContract(adapter: StoreAdapter): void {
  describe(`mail on ${adapter.name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = adapter.open();
      await store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.participants.insert(sampleParticipant('other'));
      });
    });
    afterEach(() => store.close());

    it.each(CASES)('%s', (_name, run) => run(store));
  });
}
