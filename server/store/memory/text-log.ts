import type { ParticipantId } from '../../../shared/model/ids.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import type { ClientId, TextLog } from '../../ports/text-log.ts';
import { planBatch } from '../log-batch.ts';
import { mergeLog } from '../merge-log.ts';
import { appendAudit } from './rows.ts';
import type { MemoryState } from './state.ts';

/** The update log over plain maps. `write` runs a change alone and on a copy that is kept only if it ends well. */
export function memoryTextLog(
  state: () => MemoryState,
  write: <Answer>(change: (state: MemoryState) => Answer) => Promise<Answer>,
): TextLog {
  const reading: Pick<TextLog, 'load' | 'read'> = {
    load: async (documentId, most = Number.POSITIVE_INFINITY) => {
      const snapshot = state().snapshots.get(documentId) ?? null;
      return { snapshot, tail: await reading.read(documentId, snapshot?.seq ?? 0, most) };
    },
    read: async (documentId, afterSeq, limit) =>
      (state().updates.get(documentId) ?? []).filter((row) => row.seq > afterSeq).slice(0, limit),
  };
  const saveSnapshot: TextLog['saveSnapshot'] = (documentId, snapshot) =>
    write((next) => {
      const held = next.snapshots.get(documentId);
      if (held === undefined || held.seq <= snapshot.seq) next.snapshots.set(documentId, snapshot);
    });
  return {
    append: (batch) =>
      write((next) => {
        const plan = planBatch(
          batch,
          (id) => next.updates.get(id)?.at(-1) ?? { seq: 0, digest: EMPTY_TEXT },
          (id, clientId) => (next.owners.get(`${id} ${clientId}`) as ParticipantId | undefined) ?? null,
        );
        for (const row of plan.rows) {
          const held = { ...row, update: row.update.slice() };
          next.updates.set(row.documentId, [...(next.updates.get(row.documentId) ?? []), held]);
          for (const act of plan.digests)
            if (act.documentId === row.documentId && act.recordHash === row.digest) appendAudit(next, act);
        }
        for (const { documentId, clientId, participantId } of plan.newOwners)
          next.owners.set(`${documentId} ${clientId}`, participantId);
        return plan.rows.map((row) => row.seq);
      }),
    ...reading,
    saveSnapshot,
    compact: async (documentId) => {
      const snapshot = await mergeLog(reading, documentId);
      await saveSnapshot(documentId, snapshot);
      return { seq: snapshot.seq, bytes: snapshot.state.length };
    },
    owners: async (documentId) => {
      const prefix = `${documentId} `;
      return new Map(
        [...state().owners]
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, owner]): [ClientId, ParticipantId] => [
            Number(key.slice(prefix.length)),
            owner as ParticipantId,
          ]),
      );
    },
    claim: (claims) =>
      write((next) =>
        claims.map(({ documentId, clientId, participantId }) => {
          const key = `${documentId} ${clientId}`;
          const owner = (next.owners.get(key) as ParticipantId | undefined) ?? participantId;
          next.owners.set(key, owner);
          return owner;
        }),
      ),
  };
}
