import type { OutcomeDocument } from '../../shared/model/document.ts';
import { OUTSIDER } from '../../shared/policy/actor.ts';
import { abilities } from '../../shared/policy/can.ts';
import type { Credentials, Gatekeeper, Visitor } from '../ports/gatekeeper.ts';
import type { Account } from '../ports/records.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import { holderOf, liveSession } from './entry.ts';
import { joinAsOwner } from './owner.ts';

export type GateContext = Pick<CommandContext, 'store' | 'bus' | 'clock' | 'secrets'> & {
  readonly isAdminToken: (token: string) => boolean;
};

/**
 * The accounts somebody holds, newest first. A bearer token that opens nothing is an error; a cookie that opens
 * nothing any more is the same as none, so that public texts can still be read with it.
 */
export async function accountsOf(
  context: GateContext,
  { cookie, bearer }: Credentials,
): Promise<readonly Account[] | 'unknown-credentials'> {
  const { rows } = context.store;
  if (bearer !== null) {
    const holder = await holderOf(context, rows, bearer);
    const account = holder === null ? null : await rows.accounts.find(holder.account);
    return account === null ? 'unknown-credentials' : [account];
  }
  if (cookie === null) return [];
  const session = await liveSession(rows, context.secrets.hash(cookie), context.clock.now());
  const accounts = await Promise.all((session?.accounts ?? []).map((id) => rows.accounts.find(id)));
  return accounts.filter((account) => account !== null).reverse();
}

/** Admits people to documents: by their newest account that participates there, the owner always. */
export function createGatekeeper(context: GateContext): Gatekeeper {
  const { rows } = context.store;
  return {
    async admit(credentials, documentId) {
      const accounts = await accountsOf(context, credentials);
      if (accounts === 'unknown-credentials') return accounts;
      await closeWindow(context, documentId);
      const document = await rows.documents.find(documentId);
      if (document === null) return 'no-document';
      for (const account of accounts) {
        const places = await rows.participants.ofAccount(account.id);
        const place = places.find((p) => p.documentId === documentId && p.removedAt === null);
        const participant = place ?? (account.owner ? await joinAsOwner(context, account, document) : null);
        if (participant !== null) return await asParticipant(context, document, participant);
      }
      return {
        document,
        participant: null,
        delegation: null,
        actor: OUTSIDER,
        abilities: abilities(OUTSIDER, document),
      };
    },
  };
}

/** Somebody known to be this participant, judged. */
export async function asParticipant(
  { store }: Pick<GateContext, 'store'>,
  document: OutcomeDocument,
  participant: NonNullable<Visitor['participant']>,
): Promise<Visitor> {
  const delegation = await store.rows.delegations.find(participant.delegationId);
  if (delegation === null) throw new Error(`participant ${participant.id} has no delegation`);
  const actor = { role: participant.role, constituency: delegation.constituency };
  return { document, participant, delegation, actor, abilities: abilities(actor, document) };
}
