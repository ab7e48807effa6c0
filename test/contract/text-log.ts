import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIGEST_EVERY, EMPTY_TEXT, textDigest } from '../../server/audit/text-digest.ts';
import type { Store } from '../../server/ports/store.ts';
import type { LoggedUpdate, TextLog } from '../../server/ports/text-log.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { StoreAdapter } from './adapter.ts';
import { AT } from './rows.ts';

const DOC = 'doc' as DocumentId;
const OTHER = 'other' as DocumentId;
const ANNA = 'anna' as ParticipantId;
const BEN = 'ben' as ParticipantId;

const logged = (bytes: readonly number[], more: Partial<LoggedUpdate> = {}): LoggedUpdate => ({
  documentId: DOC,
  participantId: ANNA,
  at: AT,
  update: new Uint8Array(bytes),
  claims: [],
  ...more,
});

const bytes = async (log: TextLog, documentId = DOC): Promise<number[][]> =>
  (await log.read(documentId, 0, 10_000)).map((row) => [...row.update]);

/** What every update log must do (rules S7–S11). */
export function textLogContract(adapter: StoreAdapter): void {
  describe(`update log on ${adapter.name}`, () => {
    let store: Store;
    let log: TextLog;
    beforeEach(() => {
      store = adapter.open();
      log = store.textLog;
    });
    afterEach(() => store.close());

    it('S7: numbers rise within a document, in the order of appending, without gaps', async () => {
      expect(await log.append([logged([1]), logged([2], { documentId: OTHER }), logged([3])])).toEqual([
        1, 1, 2,
      ]);
      expect(await log.append([logged([4])])).toEqual([3]);
      const rows = await log.read(DOC, 0, 10);
      expect(rows.map((row) => [row.seq, row.participantId, row.at, ...row.update])).toEqual([
        [1, ANNA, AT, 1],
        [2, ANNA, AT, 3],
        [3, ANNA, AT, 4],
      ]);
      expect(await bytes(log, OTHER)).toEqual([[2]]);
      expect(await log.append([])).toEqual([]);
    });

    it('S7: batches appended at once each keep their order', async () => {
      const batches = Array.from({ length: 30 }, (_, n) => [logged([n, 0]), logged([n, 1])]);
      const seqs = await Promise.all(batches.map((batch) => log.append(batch)));
      expect(seqs.flat()).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
      expect(await bytes(log)).toEqual(batches.flat().map((row) => [...row.update]));
    });

    it('S8: a claim of an owned clientID refuses the whole batch and only that batch', async () => {
      await log.append([logged([1], { claims: [7] })]);
      const [bad, good] = await Promise.allSettled([
        log.append([logged([2]), logged([3], { participantId: BEN, claims: [7] })]),
        log.append([logged([4], { participantId: BEN, claims: [8] })]),
      ]);
      expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
      expect(await bytes(log)).toEqual([[1], [4]]);
      expect(await log.owners(DOC)).toEqual(
        new Map([
          [7, ANNA],
          [8, BEN],
        ]),
      );
    });

    it('S7, S8: after a refused batch numbers and digests go on from what is stored', async () => {
      await log.append([logged([1], { claims: [7] })]);
      await expect(
        log.append([logged([2]), logged([3], { participantId: BEN, claims: [7] })]),
      ).rejects.toThrow();
      expect(await log.append([logged([4])])).toEqual([2]);
      let digest = EMPTY_TEXT;
      for (const row of await store.updates.read(DOC, 0, 10)) digest = textDigest(digest, row);
      expect((await store.updates.read(DOC, 1, 1))[0]?.digest).toBe(digest);
    });

    it('S8: two claims of one clientID by two people within a batch refuse it', async () => {
      const batch = [logged([1], { claims: [7] }), logged([2], { participantId: BEN, claims: [7] })];
      await expect(log.append(batch)).rejects.toThrow('7');
      expect(await bytes(log)).toEqual([]);
      expect(await log.owners(DOC)).toEqual(new Map());
    });

    it('S8: the first claim wins, and holds in its document alone', async () => {
      const claim = (documentId: DocumentId, participantId: ParticipantId) => ({
        documentId,
        clientId: 4_294_967_295,
        participantId,
      });
      expect(await log.claim([claim(DOC, ANNA)])).toEqual([ANNA]);
      expect(await log.claim([claim(DOC, BEN), claim(OTHER, BEN), claim(OTHER, ANNA)])).toEqual([
        ANNA,
        BEN,
        BEN,
      ]);
      expect(await log.claim([])).toEqual([]);
      await log.append([logged([1], { claims: [4_294_967_295] })]);
      expect(await log.owners(DOC)).toEqual(new Map([[4_294_967_295, ANNA]]));
    });

    it('S9: loads the newest snapshot and what came after it; the log behind stays', async () => {
      expect(await log.load(DOC)).toEqual({ snapshot: null, tail: [] });
      await log.append([logged([1]), logged([2]), logged([3])]);
      await log.saveSnapshot(DOC, { seq: 2, state: new Uint8Array([9, 9]) });
      await log.saveSnapshot(DOC, { seq: 1, state: new Uint8Array([8]) });
      const { snapshot, tail } = await log.load(DOC);
      expect(snapshot && [snapshot.seq, ...snapshot.state]).toEqual([2, 9, 9]);
      expect(tail.map((row) => row.seq)).toEqual([3]);
      expect(await bytes(log)).toEqual([[1], [2], [3]]);
      expect((await log.read(DOC, 1, 1)).map((row) => row.seq)).toEqual([2]);
    });

    it('S9: keeps updates of eight megabytes and empty ones byte for byte', async () => {
      const big = Uint8Array.from({ length: 8 * 1024 * 1024 }, (_, n) => (n * 31) % 256);
      await log.append([logged([]), { ...logged([]), update: big }]);
      const rows = await log.read(DOC, 0, 2);
      expect(rows[0]?.update.byteLength).toBe(0);
      expect(Buffer.compare(rows[1]?.update as Uint8Array, big)).toBe(0);
    });

    it('S10: every row carries the rolling digest of all before it', async () => {
      await log.append([logged([1], { claims: [7] }), logged([2])]);
      await log.append([logged([3])]);
      let digest = EMPTY_TEXT;
      for (const row of await store.updates.read(DOC, 0, 10)) {
        digest = textDigest(digest, row);
        expect(row.digest).toBe(digest);
      }
      expect((await store.updates.read(DOC, 0, 10)).map((row) => row.claims)).toEqual([[7], [], []]);
    });

    it('S10: a text that is only typed in is pinned in the audit log all the same', async () => {
      for (let n = 0; n < 4; n += 1)
        await log.append(Array.from({ length: DIGEST_EVERY / 2 }, () => logged([n])));
      const entries = await store.rows.audit.read(DOC, 0, 10);
      expect(entries.map((e) => [e.act, e.textSeq, e.subject])).toEqual([
        ['text.digest', DIGEST_EVERY, `update:${DIGEST_EVERY}`],
        ['text.digest', 2 * DIGEST_EVERY, `update:${2 * DIGEST_EVERY}`],
      ]);
      expect(entries[1]?.textDigest).toBe(
        (await store.updates.read(DOC, 2 * DIGEST_EVERY - 1, 1))[0]?.digest,
      );
    });

    const { reopen } = adapter;
    if (reopen !== undefined)
      it('S11: log, snapshot and owners are there after closing and opening again', async () => {
        await log.append([logged([1], { claims: [7] }), logged([2])]);
        await log.saveSnapshot(DOC, { seq: 1, state: new Uint8Array([5]) });
        await log.claim([{ documentId: DOC, clientId: 8, participantId: BEN }]);
        store = await reopen(store);
        log = store.textLog;
        expect(await bytes(log)).toEqual([[1], [2]]);
        expect((await log.load(DOC)).snapshot?.seq).toBe(1);
        expect([...(await log.owners(DOC))]).toEqual([
          [7, ANNA],
          [8, BEN],
        ]);
        expect(await log.append([logged([3])])).toEqual([3]);
      });
  });
}
