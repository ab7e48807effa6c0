import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_CHAIN, entryHash } from '../../server/audit/chain.ts';
import { EMPTY_TEXT } from '../../server/audit/text-digest.ts';
import type { Store } from '../../server/ports/store.ts';
import type { DocumentId, InvitationId, IsoTime, ParticipantId, VersionId } from '../../shared/model/ids.ts';
import type { StoreAdapter } from './adapter.ts';
import {
  AT,
  insertPeople,
  LATER,
  sampleAccount,
  sampleAct,
  sampleDelegation,
  sampleDocument,
  sampleInvitation,
  sampleParticipant,
  sampleVersion,
} from './rows.ts';

const DOC = 'doc' as DocumentId;

/** What every store must do with rows and transactions (rules S1–S6). */
export function storeContract(adapter: StoreAdapter): void {
  describe(`store on ${adapter.name}`, () => {
    let store: Store;
    beforeEach(() => {
      store = adapter.open();
    });
    afterEach(() => store.close());

    it('S1: reads back what was committed, letter for letter', async () => {
      const version = sampleVersion(1);
      await store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.versions.insert(version);
      });
      expect(await store.rows.documents.find(DOC)).toEqual(sampleDocument());
      expect(await store.rows.participants.find('participant' as ParticipantId)).toEqual(sampleParticipant());
      expect(await store.rows.versions.find(DOC, version.id)).toEqual(version);
      expect(await store.rows.versions.latest(DOC)).toEqual(version);
      expect(await store.rows.accounts.find(sampleAccount().id)).toEqual(sampleAccount());
    });

    it('S1: answers null for what is not there', async () => {
      expect(await store.rows.documents.find(DOC)).toBeNull();
      expect(await store.rows.versions.find(DOC, 'none' as VersionId)).toBeNull();
      expect(await store.rows.versions.latest(DOC)).toBeNull();
      expect(await store.rows.accounts.findOwner()).toBeNull();
      expect(await store.rows.invitations.findByToken('0')).toBeNull();
      expect(await store.rows.audit.head(DOC)).toEqual(EMPTY_CHAIN);
    });

    it('S2: a throw undoes everything the work wrote, audit entry included, and is passed on', async () => {
      const broken = store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.audit.append(sampleAct());
        throw new Error('no');
      });
      await expect(broken).rejects.toThrow('no');
      expect(await store.rows.documents.list()).toEqual([]);
      expect(await store.rows.audit.read(DOC, 0, 10)).toEqual([]);
      await store.transact(insertPeople);
      expect(await store.rows.documents.list()).toHaveLength(1);
    });

    it('S2: transactions follow one another; each sees what the one before wrote', async () => {
      await store.transact(insertPeople);
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.transact(async (rows) => {
            const document = await rows.documents.find(DOC);
            if (document === null) throw new Error('lost');
            await rows.documents.update({ ...document, title: `${document.title}+` });
          }),
        ),
      );
      expect((await store.rows.documents.find(DOC))?.title).toBe(
        `${sampleDocument().title}${'+'.repeat(20)}`,
      );
    });

    it('S2: readers do not see what is not committed', async () => {
      await store.transact(async (rows) => {
        await insertPeople(rows);
        expect(await rows.documents.find(DOC)).not.toBeNull();
        expect(await store.rows.documents.find(DOC)).toBeNull();
      });
      expect(await store.rows.documents.find(DOC)).not.toBeNull();
    });

    it('S2: writing outside of a transaction is refused', async () => {
      await expect(store.rows.documents.insert(sampleDocument())).rejects.toThrow();
      expect(await store.rows.documents.list()).toEqual([]);
    });

    it('S3: inserting a row twice and updating a row that is not there are refused', async () => {
      await store.transact(insertPeople);
      await expect(store.transact((rows) => rows.documents.insert(sampleDocument()))).rejects.toThrow();
      await expect(
        store.transact((rows) => rows.documents.update(sampleDocument('other'))),
      ).rejects.toThrow();
    });

    it('S3: a changed delegation reads back as it was written; one that is not there cannot be changed', async () => {
      await store.transact(insertPeople);
      const changed = { ...sampleDelegation(), name: 'Another name', region: null };
      await store.transact((rows) => rows.delegations.update(changed));
      expect(await store.rows.delegations.ofDocument(DOC)).toEqual([changed]);
      const update = store.transact((rows) => rows.delegations.update({ ...changed, id: 'none' as never }));
      await expect(update).rejects.toThrow();
    });

    it('S3: lists come in the order of their making', async () => {
      await store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.participants.insert(sampleParticipant('b'));
        await rows.participants.insert(sampleParticipant('a'));
        for (const n of [1, 2, 3]) await rows.versions.insert(sampleVersion(n));
      });
      const people = await store.rows.participants.ofDocument(DOC);
      expect(people.map((row) => row.id)).toEqual(['participant', 'b', 'a']);
      expect((await store.rows.participants.ofAccount(sampleAccount().id)).map((row) => row.id)).toEqual(
        people.map((row) => row.id),
      );
      const versions = await store.rows.versions.ofDocument(DOC);
      expect(versions.map((row) => row.ordinal)).toEqual([1, 2, 3]);
      expect(versions[0]).not.toHaveProperty('paragraphs');
      expect((await store.rows.versions.latest(DOC))?.ordinal).toBe(3);
      expect(await store.rows.versions.find('other' as DocumentId, 'version-1' as VersionId)).toBeNull();
    });

    it('S4: an invitation is found by its hash, revoked once and first used once', async () => {
      const id = 'invitation' as InvitationId;
      await store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.invitations.insert(sampleInvitation());
        await rows.invitations.markUsed(id, AT);
        await rows.invitations.markUsed(id, LATER);
        await rows.invitations.revoke(id, AT);
        await rows.invitations.revoke(id, LATER);
      });
      const expected = { ...sampleInvitation(), usedAt: AT, revokedAt: AT };
      expect(await store.rows.invitations.findByToken('a'.repeat(64))).toEqual(expected);
      expect(await store.rows.invitations.ofDocument(DOC)).toEqual([expected]);
    });

    it('S4: a session holds accounts in order, forgets one, ends, and expires', async () => {
      const session = (tokenHash: string, expiresAt: IsoTime) => ({
        tokenHash,
        createdAt: AT,
        expiresAt,
        accounts: ['b', 'a'].map((id) => sampleAccount(id).id),
      });
      await store.transact(async (rows) => {
        await rows.accounts.insert(sampleAccount('a'));
        await rows.accounts.insert(sampleAccount('b'));
        await rows.sessions.insert(session('one', LATER));
        await rows.sessions.insert(session('two', AT));
      });
      expect(await store.rows.sessions.find('one')).toEqual(session('one', LATER));
      await store.transact(async (rows) => {
        await rows.sessions.forgetAccount(sampleAccount('b').id);
        await rows.sessions.deleteExpired(AT);
      });
      expect((await store.rows.sessions.find('one'))?.accounts).toEqual(['a']);
      expect(await store.rows.sessions.find('two')).toBeNull();
      await store.transact((rows) => rows.sessions.delete('one'));
      expect(await store.rows.sessions.find('one')).toBeNull();
    });

    it('S4: owner link and idempotent answer keep what they say', async () => {
      const answer = {
        keyHash: 'k',
        requestHash: 'r',
        sealedAnswer: new Uint8Array([0, 255, 1]),
        createdAt: AT,
      };
      await store.transact(async (rows) => {
        await rows.accounts.insert(sampleAccount('owner', true));
        const link = { tokenHash: 't', accountId: sampleAccount('owner').id, createdAt: AT, usedAt: null };
        await rows.ownerLinks.insert(link);
        await rows.ownerLinks.insert({ ...link, tokenHash: 'unused' });
        expect(await rows.ownerLinks.anyUsed()).toBe(false);
        await rows.ownerLinks.markUsed('t', LATER);
        await rows.ownerLinks.deleteUnused();
        await rows.idempotency.insert(answer);
      });
      expect((await store.rows.accounts.findOwner())?.id).toBe('owner');
      expect((await store.rows.ownerLinks.findByToken('t'))?.usedAt).toBe(LATER);
      expect(await store.rows.ownerLinks.findByToken('unused')).toBeNull();
      expect(await store.rows.ownerLinks.anyUsed()).toBe(true);
      const found = await store.rows.idempotency.find('k');
      expect(found && { ...found, sealedAnswer: [...found.sealedAnswer] }).toEqual({
        ...answer,
        sealedAnswer: [0, 255, 1],
      });
      await store.transact((rows) => rows.idempotency.insert({ ...answer, keyHash: 'newer' }));
      await store.transact((rows) => rows.idempotency.deleteBefore(LATER, 1));
      expect(await store.rows.idempotency.find('k')).toBeNull();
      expect(await store.rows.idempotency.find('newer')).not.toBeNull();
      await store.transact((rows) => rows.idempotency.deleteBefore(LATER, 0));
      expect(await store.rows.idempotency.find('newer')).toBeNull();
    });

    it('S5: audit entries are chained, one chain a document, and pin the update log', async () => {
      const other = 'other' as DocumentId;
      await store.transact(async (rows) => {
        await rows.audit.append(sampleAct('one'));
        await rows.audit.append(sampleAct('elsewhere', 'other'));
      });
      await store.textLog.append([
        {
          documentId: DOC,
          participantId: 'participant' as ParticipantId,
          at: AT,
          update: new Uint8Array([1]),
          claims: [],
        },
      ]);
      await store.transact((rows) => rows.audit.append(sampleAct('two')));
      const entries = await store.rows.audit.read(DOC, 0, 10);
      expect(entries.map((e) => [e.seq, e.subject, e.textSeq])).toEqual([
        [1, 'one', 0],
        [2, 'two', 1],
      ]);
      expect(entries[0]?.previous).toBe(EMPTY_CHAIN.hash);
      expect(entries[0]?.textDigest).toBe(EMPTY_TEXT);
      expect(entries[1]?.previous).toBe(entries[0]?.hash);
      expect(entries[1]?.textDigest).toBe((await store.updates.read(DOC, 0, 1))[0]?.digest);
      for (const entry of entries) expect(entry.hash).toBe(entryHash(entry.previous, entry));
      expect(await store.rows.audit.head(DOC)).toMatchObject({ seq: 2, hash: entries[1]?.hash });
      expect((await store.rows.audit.read(DOC, 1, 1)).map((e) => e.seq)).toEqual([2]);
      expect((await store.rows.audit.read(other, 0, 10)).map((e) => e.seq)).toEqual([1]);
    });

    it('W20: audit entries of one act are chained as if they came one by one', async () => {
      await store.transact(async (rows) => {
        await rows.audit.append(sampleAct('first'));
        await rows.audit.appendAll([
          ...Array.from({ length: 70 }, (_, k) => sampleAct(`act ${k}`)),
          sampleAct('elsewhere', 'other'),
        ]);
        await rows.audit.appendAll([]);
        await rows.audit.append(sampleAct('last'));
      });
      const entries = await store.rows.audit.read(DOC, 0, 100);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, k) => k + 1));
      expect(entries.map(({ subject }) => subject)).toEqual([
        'first',
        ...Array.from({ length: 70 }, (_, k) => `act ${k}`),
        'last',
      ]);
      for (const [k, entry] of entries.entries()) {
        expect(entry.previous).toBe(entries[k - 1]?.hash ?? EMPTY_CHAIN.hash);
        expect(entry.hash).toBe(entryHash(entry.previous, entry));
      }
      expect(await store.rows.audit.read('other' as DocumentId, 0, 10)).toMatchObject([{ seq: 1 }]);
    });

    const { reopen } = adapter;
    if (reopen !== undefined)
      it('S6: everything is there after closing and opening again', async () => {
        await store.transact(async (rows) => {
          await insertPeople(rows);
          await rows.versions.insert(sampleVersion(1));
          await rows.audit.append(sampleAct());
        });
        const before = await store.rows.audit.read(DOC, 0, 10);
        store = await reopen(store);
        expect(await store.rows.versions.find(DOC, 'version-1' as VersionId)).toEqual(sampleVersion(1));
        expect(await store.rows.audit.read(DOC, 0, 10)).toEqual(before);
      });
  });
}
