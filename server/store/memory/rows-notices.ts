import type { DocumentId, NoticeId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  NOTICES_KEPT,
  type NoticeRows,
  type SeenMarks,
  type SeenRow,
  type SeenRows,
} from '../../ports/notices.ts';
import type { MemoryState } from './state.ts';

/** Notices over a plain list a person. */
export function memoryNotices(state: () => MemoryState): NoticeRows {
  const of = (participantId: ParticipantId) => state().notices.get(participantId) ?? [];
  return {
    insert: async (notices) => {
      const { lastNotice } = state();
      for (const notice of notices) {
        const seq = (lastNotice.get('seq') ?? 0) + 1;
        lastNotice.set('seq', seq);
        const kept = [
          ...of(notice.participantId),
          { ...notice, id: String(seq) as NoticeId, seq, readAt: null },
        ].slice(-NOTICES_KEPT);
        state().notices.set(notice.participantId, kept);
      }
    },
    ofParticipant: async (participantId, before, limit) =>
      of(participantId)
        .filter(({ seq }) => before === null || seq < before)
        .toReversed()
        .slice(0, limit),
    unreadSince: async (participantId, after, limit) =>
      of(participantId)
        .filter(({ seq, readAt }) => seq > after && readAt === null)
        .slice(0, limit),
    unread: async (participantId) => of(participantId).filter(({ readAt }) => readAt === null).length,
    markRead: async (participantId, ids, at) => {
      const marks = (id: string, readAt: unknown) =>
        readAt === null && (ids === null || ids.some((one) => one === id));
      const count = of(participantId).filter(({ id, readAt }) => marks(id, readAt)).length;
      const next = of(participantId).map((row) => (marks(row.id, row.readAt) ? { ...row, readAt: at } : row));
      state().notices.set(participantId, next);
      return count;
    },
  };
}

const NOTHING_SEEN: SeenMarks = { upTo: 0, rows: [] };
const bySeq = (a: SeenRow, b: SeenRow): number => a.seq - b.seq;
const same = (a: SeenRow, b: SeenRow): boolean => a.noun === b.noun && a.id === b.id;

/** Seen marks over a map of persons. */
export function memorySeen(state: () => MemoryState): SeenRows {
  const keyOf = (documentId: DocumentId, participantId: ParticipantId) => `${documentId} ${participantId}`;
  const of = (key: string): SeenMarks => state().seen.get(key) ?? NOTHING_SEEN;
  return {
    find: async (documentId, participantId) => of(keyOf(documentId, participantId)),
    mark: async (documentId, participantId, rows) => {
      const key = keyOf(documentId, participantId);
      for (const row of rows) {
        const { upTo, rows: before } = of(key);
        const old = before.find((other) => same(other, row));
        if (row.seq <= upTo || (old !== undefined && old.seq >= row.seq)) continue;
        const others = before.filter((other) => !same(other, row));
        state().seen.set(key, { upTo, rows: [...others, row].sort(bySeq) });
      }
    },
    raise: async (documentId, participantId, upTo) => {
      const key = keyOf(documentId, participantId);
      const marks = of(key);
      const raised = Math.max(marks.upTo, upTo);
      state().seen.set(key, { upTo: raised, rows: marks.rows.filter(({ seq }) => seq > upTo) });
    },
  };
}
