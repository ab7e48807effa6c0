import type { LoggedUpdate, StoredUpdate, TextLog, TextSnapshot } from '../../../server/ports/text-log.ts';
import { mergeLog } from '../../../server/store/merge-log.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';

/** An update log of one document that the simulation can hold back or let fail. What it took it keeps. */
export interface PlainLog extends TextLog {
  readonly rows: readonly StoredUpdate[];
  /** Appends wait while it is held. */
  hold(): void;
  release(): void;
  /** The next append fails. */
  failNext(): void;
}

export function createPlainLog(): PlainLog {
  const rows: StoredUpdate[] = [];
  const owners = new Map<number, ParticipantId>();
  let snapshot: TextSnapshot | null = null;
  let waiting: (() => void)[] | null = null;
  let failing = false;

  const take = (batch: readonly LoggedUpdate[]): readonly number[] => {
    if (failing) {
      failing = false;
      throw new Error('disk full');
    }
    for (const { claims, participantId } of batch)
      for (const client of claims) {
        if ((owners.get(client) ?? participantId) !== participantId)
          throw new Error(`clientID ${client} belongs to ${owners.get(client)}`);
        owners.set(client, participantId);
      }
    return batch.map(({ participantId, at, update }) => {
      rows.push({ seq: rows.length + 1, participantId, at, update: update.slice() });
      return rows.length;
    });
  };
  const reading: Pick<TextLog, 'load' | 'read'> = {
    load: async (_documentId, most) => {
      const seq = snapshot?.seq ?? 0;
      return { snapshot, tail: rows.slice(seq, most === undefined ? undefined : seq + most) };
    },
    read: async (_documentId, after, limit) => rows.slice(after, after + limit),
  };
  return {
    ...reading,
    rows,
    hold() {
      waiting ??= [];
    },
    release() {
      const acts = waiting ?? [];
      waiting = null;
      for (const act of acts) act();
    },
    failNext() {
      failing = true;
    },
    append: async (batch) => {
      if (waiting !== null) await new Promise<void>((resolve) => waiting?.push(resolve));
      return take(batch);
    },
    compact: async (documentId) => {
      snapshot = await mergeLog(reading, documentId);
      return { seq: snapshot.seq, bytes: snapshot.state.length };
    },
    saveSnapshot: async (_documentId, next) => {
      snapshot = next;
    },
    owners: async () => new Map(owners),
    claim: async (claims) =>
      claims.map(({ clientId, participantId }) => {
        const owner = owners.get(clientId) ?? participantId;
        owners.set(clientId, owner);
        return owner;
      }),
  };
}
