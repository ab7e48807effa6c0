import { pathOf } from '../../shared/domain/addresses.ts';
import { isDue, mayBeMailed } from '../../shared/domain/digest.ts';
import { digestMail } from '../../shared/messages/mail.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { messageIdAt } from '../commands/mail-settings.ts';
import type { MailSetting } from '../ports/mail.ts';
import type { QueryContext } from '../queries/context.ts';
import { readerOf, viewOf } from '../queries/notices.ts';

/** Notices that a mail names; it says how many more there are. */
const NAMED = 50;

/** How long the link that stops mail works, in ms: longer than a negotiation. */
const STOP_WITHIN = 2 * 365 * 24 * 60 * 60_000;

export interface DigestContext extends QueryContext {
  /** Ours, for links. */
  readonly origin: string;
}

/**
 * Writes the mail that somebody is due, if there is anything to tell: mail, link to stop it and the note of what was
 * told are one transaction, so that nothing is told twice and nothing is left out.
 */
export async function writeDigest(context: DigestContext, setting: MailSetting): Promise<boolean> {
  const { store, clock, secrets, origin } = context;
  const now = clock.now();
  if (!mayBeMailed(setting, now)) return false;
  const participant = await store.rows.participants.find(setting.participantId);
  const reader =
    participant === null || participant.removedAt !== null ? null : await readerOf(context, participant);
  if (reader === null) return false;
  return await store.transact(async (rows) => {
    const current = await rows.mailSettings.find(setting.participantId);
    if (current === null || !mayBeMailed(current, now)) return false;
    const unread = await rows.notices.unreadSince(current.participantId, current.mailedUpTo, 1_000);
    const [oldest] = unread;
    const last = unread.at(-1);
    if (oldest === undefined || last === undefined || !isDue(current, oldest.at, now)) return false;
    // What they may not see any more is not told of, neither now nor later.
    const views = unread.map((notice) => viewOf(reader, notice)).filter(({ about }) => about !== null);
    if (views.length > 0) {
      const token = secrets.newToken();
      await rows.linkTokens.insert({
        tokenHash: secrets.hash(token),
        use: 'stop-mail',
        participantId: current.participantId,
        createdAt: now,
        expiresAt: new Date(Date.parse(now) + STOP_WITHIN).toISOString() as IsoTime,
      });
      const stop = `${origin}/api/mail/stop?token=${token}`;
      const { documentId } = current;
      const written = digestMail({
        title: reader.document.title,
        notices: views.slice(0, NAMED).map(({ notice, by, about }) => ({
          reason: notice.reason,
          noun: notice.noun,
          who: by?.delegation ?? null,
          kind: about?.kind ?? null,
          label: about?.label ?? '',
          name: about?.name ?? '',
          ...(about?.moved === undefined ? {} : { moved: about.moved }),
          link: `${origin}${pathOf(documentId, about ?? { noun: 'document', id: documentId })}`,
        })),
        more: Math.max(0, views.length - NAMED),
        page: `${origin}/d/${documentId}/notices`,
        stop,
      });
      await rows.outbox.insert({
        messageId: messageIdAt(origin, secrets.newId()),
        participantId: current.participantId,
        to: current.address,
        ...written,
        unsubscribe: stop,
        createdAt: now,
        tries: 0,
        nextTryAt: now,
      });
    }
    await rows.mailSettings.save({ ...current, mailedAt: now, mailedUpTo: last.seq });
    return views.length > 0;
  });
}
