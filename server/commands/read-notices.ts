import type { NoticeId } from '../../shared/model/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { CommandContext } from './context.ts';

/**
 * Marks one's own notices as read (null: all of them), and tells one's other devices. Not an act of the negotiation:
 * nothing of it goes into the audit log. Answers how many are still unread.
 */
export async function readNotices(
  { store, bus, clock }: Pick<CommandContext, 'store' | 'bus' | 'clock'>,
  participants: readonly Participant[],
  ids: readonly NoticeId[] | null,
): Promise<number> {
  const now = clock.now();
  const { changed, unread } = await store.transact(async ({ notices }) => {
    const changed: Participant[] = [];
    let unread = 0;
    for (const participant of participants) {
      if ((await notices.markRead(participant.id, ids, now)) > 0) changed.push(participant);
      unread += await notices.unread(participant.id);
    }
    return { changed, unread };
  });
  for (const { id, documentId } of changed)
    bus.publish({ kind: 'notices-changed', documentId, at: now, participants: [id] });
  return unread;
}
