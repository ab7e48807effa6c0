import type { IsoTime } from '../../shared/model/ids.ts';
import type { AccessChange } from '../ports/access.ts';
import type { Credentials } from '../ports/gatekeeper.ts';
import type { Account } from '../ports/records.ts';
import type { CommandContext } from './context.ts';
import { holderOf, liveSession } from './entry.ts';

export type CredentialContext = Pick<CommandContext, 'store' | 'clock' | 'secrets'> & {
  readonly isAdminToken: (token: string) => boolean;
};

/** What a cookie or a token opens. */
export interface Opened {
  /** Newest first. */
  readonly accounts: readonly Account[];
  /** When a session ends by itself; a token has no end of its own. */
  readonly until: IsoTime | null;
}

/** Under what a session is remembered: by its hash, so that no cookie or token lies about in memory. */
export const sessionKey = (hash: string): string => `session ${hash}`;
const TOKEN = 'token ';
export const tokenKey = (hash: string): string => TOKEN + hash;

/** Null for a token that opens nothing, and for a cookie that opens nothing any more. */
export async function readOpened(
  context: CredentialContext,
  { cookie, bearer }: Credentials,
): Promise<Opened | null> {
  const { rows } = context.store;
  if (bearer !== null) {
    const holder = await holderOf(context, rows, bearer);
    const account = holder === null ? null : await rows.accounts.find(holder.account);
    return account === null ? null : { accounts: [account], until: null };
  }
  if (cookie === null) return null;
  const session = await liveSession(rows, context.secrets.hash(cookie), context.clock.now());
  if (session === null) return null;
  const accounts = await Promise.all(session.accounts.map((id) => rows.accounts.find(id)));
  return { accounts: accounts.filter((account) => account !== null).reverse(), until: session.expiresAt };
}

/** Whether a change may concern what somebody's credentials open. */
export function concernsOpened(change: AccessChange, key: string, { accounts }: Opened): boolean {
  switch (change.of) {
    case 'session':
      return key === sessionKey(change.tokenHash);
    case 'invitation':
      // An invitation's id does not tell its token, and links are seldom revoked: all tokens are asked for anew.
      return key.startsWith(TOKEN);
    case 'account':
    case 'participant':
      return accounts.some(({ id }) => id === change.accountId);
    default:
      return false;
  }
}
