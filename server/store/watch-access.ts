import type { AccessChange, AccessChanges } from '../ports/access.ts';
import type { Rows } from '../ports/rows.ts';
import type { Store } from '../ports/store.ts';

/**
 * Watches the one writer of a store for what concerns access. Whatever command writes such a row, and whatever event
 * it publishes or forgets to publish, what is remembered of access learns of it at the commit.
 */
export function watchAccess(store: Store): { readonly store: Store; readonly access: AccessChanges } {
  const listeners = new Set<(changes: readonly AccessChange[]) => void>();
  return {
    store: {
      ...store,
      async transact(work) {
        const changes: AccessChange[] = [];
        try {
          return await store.transact((rows) => work(noting(rows, changes)));
        } finally {
          // After a failure too: whether a commit that broke is durable is not known.
          if (changes.length > 0) for (const listener of [...listeners]) listener(changes);
        }
      },
    },
    access: {
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

/** The same rows, which note what concerns access. Expired sessions are none of it: their end is known beforehand. */
function noting(rows: Rows, changes: AccessChange[]): Rows {
  const { documents, delegations, participants, invitations, sessions } = rows;
  /** The method, and what one of its calls changes. */
  const noted =
    <Given extends readonly unknown[]>(
      method: (...given: Given) => Promise<void>,
      change: (...given: Given) => AccessChange,
    ) =>
    (...given: Given): Promise<void> => {
      changes.push(change(...given));
      return method(...given);
    };
  const ofDocument = ({ documentId }: Parameters<typeof delegations.insert>[0]) =>
    ({ of: 'document', documentId }) as const;
  const ofParticipant = ({ documentId, accountId }: Parameters<typeof participants.insert>[0]) =>
    ({ of: 'participant', documentId, accountId }) as const;
  return {
    ...rows,
    documents: {
      ...documents,
      insert: noted(documents.insert, ({ id }) => ({ of: 'document', documentId: id })),
      update: noted(documents.update, ({ id }) => ({ of: 'document', documentId: id })),
    },
    delegations: {
      ...delegations,
      insert: noted(delegations.insert, ofDocument),
      update: noted(delegations.update, ofDocument),
    },
    participants: {
      ...participants,
      insert: noted(participants.insert, ofParticipant),
      update: noted(participants.update, ofParticipant),
    },
    invitations: {
      ...invitations,
      revoke: noted(invitations.revoke, (invitationId) => ({ of: 'invitation', invitationId })),
    },
    sessions: {
      ...sessions,
      insert: noted(sessions.insert, ({ tokenHash }) => ({ of: 'session', tokenHash, ended: false })),
      delete: noted(sessions.delete, (tokenHash) => ({ of: 'session', tokenHash, ended: true })),
      forgetAccount: noted(sessions.forgetAccount, (accountId) => ({ of: 'account', accountId })),
    },
  };
}
