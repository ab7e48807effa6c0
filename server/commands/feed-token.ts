import type { ParticipantId } from '../../shared/model/ids.ts';
import type { CommandContext } from './context.ts';

type TokenContext = Pick<CommandContext, 'store' | 'clock' | 'secrets'>;

/** Makes a token for one's feed; the one before stops working. It opens the feed and nothing else. */
export async function newFeedToken(
  { store, clock, secrets }: TokenContext,
  participantId: ParticipantId,
): Promise<string> {
  const token = secrets.newToken();
  const row = {
    tokenHash: secrets.hash(token),
    use: 'feed',
    participantId,
    createdAt: clock.now(),
    expiresAt: null,
  } as const;
  await store.transact(async ({ linkTokens }) => {
    await linkTokens.revoke(participantId, 'feed');
    await linkTokens.insert(row);
  });
  return token;
}

/** Ends one's feed. Ending none is fine. */
export const revokeFeedToken = ({ store }: TokenContext, participantId: ParticipantId): Promise<void> =>
  store.transact(({ linkTokens }) => linkTokens.revoke(participantId, 'feed'));
