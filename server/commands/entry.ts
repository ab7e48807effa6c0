import type { AccountId, DocumentId, IsoTime } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { SessionRecord } from '../ports/records.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';

/** How long a browser stays signed in, in milliseconds: 90 days, longer than most negotiations pause. */
export const SESSION_LENGTH = 90 * 24 * 60 * 60 * 1000;

/** Accounts that one session holds at most; the oldest make room. */
const ACCOUNTS_A_SESSION = 20;

type EntryContext = Pick<CommandContext, 'store' | 'clock' | 'secrets'> & {
  /** Compares with the server's ADMIN_TOKEN in constant time. */
  readonly isAdminToken: (token: string) => boolean;
};

/** Whom a token belongs to, and the document it leads to if it is one document's. */
export interface TokenHolder {
  readonly account: AccountId;
  readonly documentId: DocumentId | null;
}

/** A session as a browser gets it: `token` goes into the cookie and is kept nowhere else. */
export interface Entered extends TokenHolder {
  readonly token: string;
}

const unknownToken = fail(
  problem(
    'unknown-token',
    'this link is not valid: it was replaced, used up or cut short. Ask for a new one',
  ),
);

/** The account behind an invitation or the ADMIN_TOKEN; null for any other token. */
export async function holderOf(
  { secrets, isAdminToken }: EntryContext,
  rows: Rows,
  token: string,
): Promise<TokenHolder | null> {
  if (isAdminToken(token)) {
    const owner = await rows.accounts.findOwner();
    return owner === null ? null : { account: owner.id, documentId: null };
  }
  const invitation = await rows.invitations.findByToken(secrets.hash(token));
  if (invitation === null || invitation.revokedAt !== null) return null;
  const participant = await rows.participants.find(invitation.participantId);
  if (participant === null || participant.removedAt !== null) return null;
  return { account: participant.accountId, documentId: participant.documentId };
}

/**
 * Enters with a token. The session gets a new cookie value each time, with the accounts of the one it replaces, so
 * that a cookie planted in a browser beforehand opens nothing.
 */
export function enter(
  context: EntryContext,
  token: string,
  cookie: string | null,
): Promise<Result<Entered, Problem>> {
  const { store, clock, secrets } = context;
  return store.transact(async (rows) => {
    const now = clock.now();
    const holder =
      (await holderOf(context, rows, token)) ?? (await spendOwnerLink(context, rows, token, now));
    if (holder === null) return unknownToken;
    const invitation = await rows.invitations.findByToken(secrets.hash(token));
    if (invitation !== null) await rows.invitations.markUsed(invitation.id, now);
    return ok(await openSession(context, rows, holder, cookie, now));
  });
}

/** The owner link works once. */
async function spendOwnerLink(
  { secrets }: EntryContext,
  rows: Rows,
  token: string,
  now: IsoTime,
): Promise<TokenHolder | null> {
  const link = await rows.ownerLinks.findByToken(secrets.hash(token));
  if (link === null || link.usedAt !== null) return null;
  await rows.ownerLinks.markUsed(link.tokenHash, now);
  return { account: link.accountId, documentId: null };
}

/** Opens a session for an account on top of what the browser's earlier session held. */
export async function openSession(
  { secrets }: Pick<EntryContext, 'secrets'>,
  rows: Rows,
  holder: TokenHolder,
  cookie: string | null,
  now: IsoTime,
): Promise<Entered> {
  const earlier = cookie === null ? null : await liveSession(rows, secrets.hash(cookie), now);
  if (earlier !== null) await rows.sessions.delete(earlier.tokenHash);
  await rows.sessions.deleteExpired(now);
  const token = secrets.newToken();
  const others = (earlier?.accounts ?? []).filter((id) => id !== holder.account);
  await rows.sessions.insert({
    tokenHash: secrets.hash(token),
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + SESSION_LENGTH).toISOString() as IsoTime,
    accounts: [...others, holder.account].slice(-ACCOUNTS_A_SESSION),
  });
  return { ...holder, token };
}

/** A session that has not expired. */
export async function liveSession(
  rows: Rows,
  tokenHash: string,
  now: IsoTime,
): Promise<SessionRecord | null> {
  const session = await rows.sessions.find(tokenHash);
  return session !== null && session.expiresAt > now ? session : null;
}

/** Ends a browser's session. Ending one that is not there is fine. */
export const leave = ({ store, secrets }: EntryContext, cookie: string): Promise<void> =>
  store.transact((rows) => rows.sessions.delete(secrets.hash(cookie)));
