import type { DocumentId } from '../../../shared/model/ids.ts';
import { EMPTY_CHAIN, link } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import type { Rows } from '../../ports/rows.ts';
import { memoryLinkTokens, memoryMailSettings, memoryOutbox } from './rows-mail.ts';
import { memoryNotices, memorySeen } from './rows-notices.ts';
import { memoryRegister } from './rows-register.ts';
import type { MemoryState } from './state.ts';

/** Inserting a key twice is a bug, as a primary key would tell. */
function insertNew<Row>(map: Map<string, Row>, key: string, row: Row): void {
  if (map.has(key)) throw new Error(`row ${key} is there already`);
  map.set(key, row);
}

function updateOld<Row>(map: Map<string, Row>, key: string, row: Row): void {
  if (!map.has(key)) throw new Error(`no row ${key}`);
  map.set(key, row);
}

/** Rows over plain maps. `state` is asked each time, so that the committed one can be replaced. */
export function memoryRows(state: () => MemoryState): Rows {
  return {
    documents: {
      find: async (id) => state().documents.get(id) ?? null,
      list: async () => [...state().documents.values()],
      insert: async (document) => insertNew(state().documents, document.id, document),
      update: async (document) => updateOld(state().documents, document.id, document),
    },
    delegations: {
      find: async (id) => state().delegations.get(id) ?? null,
      ofDocument: async (id) => [...state().delegations.values()].filter((row) => row.documentId === id),
      insert: async (delegation) => insertNew(state().delegations, delegation.id, delegation),
      update: async (delegation) => updateOld(state().delegations, delegation.id, delegation),
    },
    participants: {
      find: async (id) => state().participants.get(id) ?? null,
      ofDocument: async (id) => [...state().participants.values()].filter((row) => row.documentId === id),
      ofAccount: async (id) => [...state().participants.values()].filter((row) => row.accountId === id),
      insert: async (participant) => insertNew(state().participants, participant.id, participant),
      update: async (participant) => updateOld(state().participants, participant.id, participant),
    },
    accounts: {
      find: async (id) => state().accounts.get(id) ?? null,
      findOwner: async () => [...state().accounts.values()].find((row) => row.owner) ?? null,
      insert: async (account) => insertNew(state().accounts, account.id, account),
    },
    invitations: {
      findByToken: async (hash) =>
        [...state().invitations.values()].find((row) => row.tokenHash === hash) ?? null,
      ofDocument: async (id) => [...state().invitations.values()].filter((row) => row.documentId === id),
      insert: async (invitation) => insertNew(state().invitations, invitation.id, invitation),
      revoke: async (id, at) => {
        const row = state().invitations.get(id);
        if (row !== undefined) state().invitations.set(id, { ...row, revokedAt: row.revokedAt ?? at });
      },
      markUsed: async (id, at) => {
        const row = state().invitations.get(id);
        if (row !== undefined) state().invitations.set(id, { ...row, usedAt: row.usedAt ?? at });
      },
    },
    ownerLinks: {
      anyUsed: async () => [...state().ownerLinks.values()].some((row) => row.usedAt !== null),
      deleteUnused: async () => {
        for (const [key, row] of state().ownerLinks) if (row.usedAt === null) state().ownerLinks.delete(key);
      },
      findByToken: async (hash) => state().ownerLinks.get(hash) ?? null,
      insert: async (row) => insertNew(state().ownerLinks, row.tokenHash, row),
      markUsed: async (hash, at) => {
        const row = state().ownerLinks.get(hash);
        if (row !== undefined) state().ownerLinks.set(hash, { ...row, usedAt: row.usedAt ?? at });
      },
    },
    sessions: {
      find: async (hash) => state().sessions.get(hash) ?? null,
      insert: async (session) => insertNew(state().sessions, session.tokenHash, session),
      delete: async (hash) => void state().sessions.delete(hash),
      forgetAccount: async (id) => {
        for (const [key, row] of state().sessions)
          state().sessions.set(key, { ...row, accounts: row.accounts.filter((account) => account !== id) });
      },
      deleteExpired: async (now) => {
        for (const [key, row] of state().sessions) if (row.expiresAt <= now) state().sessions.delete(key);
      },
    },
    versions: {
      find: async (documentId, id) => {
        const version = state().versions.get(id);
        return version?.documentId === documentId ? version : null;
      },
      latest: async (documentId) =>
        [...state().versions.values()].findLast((row) => row.documentId === documentId) ?? null,
      ofDocument: async (documentId) =>
        [...state().versions.values()]
          .filter((row) => row.documentId === documentId)
          .map(({ paragraphs: _, relabelling: __, ...summary }) => summary),
      insert: async (version) => insertNew(state().versions, version.id, version),
    },
    idempotency: {
      find: async (keyHash) => state().idempotency.get(keyHash) ?? null,
      insert: async (record) => insertNew(state().idempotency, record.keyHash, record),
      deleteBefore: async (time, keep) => {
        const kept = [...state().idempotency];
        for (const [key, row] of kept.slice(0, Math.max(0, kept.length - keep)))
          if (row.createdAt < time) state().idempotency.delete(key);
      },
    },
    audit: {
      documents: async () => [...state().audit.keys()] as DocumentId[],
      append: async (record) => appendAudit(state(), record),
      appendAll: async (records) => {
        for (const record of records) appendAudit(state(), record);
      },
      read: async (documentId, after, limit) =>
        (state().audit.get(documentId) ?? []).filter((entry) => entry.seq > after).slice(0, limit),
      head: async (documentId) => state().audit.get(documentId)?.at(-1) ?? EMPTY_CHAIN,
    },
    register: memoryRegister(state),
    notices: memoryNotices(state),
    seen: memorySeen(state),
    linkTokens: memoryLinkTokens(state),
    mailSettings: memoryMailSettings(state),
    outbox: memoryOutbox(state),
  };
}

/** Chains one act; used by the log as well, when it pins itself. */
export function appendAudit(state: MemoryState, record: Parameters<Rows['audit']['append']>[0]) {
  const entries = state.audit.get(record.documentId) ?? [];
  const last = state.updates.get(record.documentId)?.at(-1);
  const entry = link(entries.at(-1) ?? EMPTY_CHAIN, record, {
    textSeq: last?.seq ?? 0,
    textDigest: last?.digest ?? EMPTY_TEXT,
  });
  state.audit.set(record.documentId, [...entries, entry]);
  return entry;
}
