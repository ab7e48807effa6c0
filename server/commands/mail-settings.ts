import { CONFIRMATIONS_A_DAY } from '../../shared/domain/digest.ts';
import { confirmationMail } from '../../shared/messages/mail.ts';
import type { DocumentId, IsoTime } from '../../shared/model/ids.ts';
import type { MailFrequency } from '../../shared/model/mail.ts';
import type { Participant } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { MailSetting } from '../ports/mail.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';

type MailContext = Pick<CommandContext, 'store' | 'clock' | 'secrets'>;

export interface WantedMail {
  readonly address?: string;
  readonly frequency?: MailFrequency;
}

/** How long the link in a confirmation mail works, in ms: a long weekend. */
const CONFIRM_WITHIN = 3 * 24 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

const later = (now: IsoTime, ms: number): IsoTime => new Date(Date.parse(now) + ms).toISOString() as IsoTime;

/**
 * Changes where and how often one is written to. An address that is new, or given again before it was confirmed, is
 * asked first, by a mail with a link; until then nothing else goes there. `origin` is ours, for that link.
 */
export const setMail = (
  context: MailContext,
  participant: Participant,
  { address, frequency }: WantedMail,
  origin: string,
): Promise<Result<MailSetting, Problem>> =>
  context.store.transact(async (rows) => {
    const now = context.clock.now();
    const before = await rows.mailSettings.find(participant.id);
    const wantedAddress = address ?? before?.address;
    if (wantedAddress === undefined) return fail(problem('invalid-fields', 'address: name one first'));
    const isNew = wantedAddress !== before?.address;
    const mustAsk = isNew || (address !== undefined && before?.confirmedAt === null);
    const wanted = frequency ?? before?.frequency ?? 'daily';
    const [newest] = await rows.notices.ofParticipant(participant.id, null, 1);
    const starts = before === null || (before.frequency === 'off' && wanted !== 'off');
    const setting: MailSetting = {
      participantId: participant.id,
      documentId: participant.documentId,
      address: wantedAddress,
      frequency: wanted,
      confirmedAt: isNew ? null : before.confirmedAt,
      mailedAt: before?.mailedAt ?? null,
      // Whoever starts to be mailed is not sent what was there before.
      mailedUpTo: starts ? (newest?.seq ?? 0) : before.mailedUpTo,
      problem: isNew ? null : before.problem,
    };
    if (mustAsk && (await askedToday(rows, participant, now)) >= CONFIRMATIONS_A_DAY)
      return fail(
        problem(
          'too-many-requests',
          'several mails to confirm an address were sent today: try again tomorrow',
        ),
      );
    if (isNew || wanted === 'off') await rows.outbox.deleteOf(participant.id);
    await rows.mailSettings.save(setting);
    if (mustAsk) await ask(context, rows, setting, origin, now);
    return ok(setting);
  });

async function askedToday(rows: Rows, { id }: Participant, now: IsoTime): Promise<number> {
  const asked = await rows.linkTokens.ofParticipant(id, 'confirm-mail');
  return asked.filter(({ createdAt }) => createdAt > later(now, -DAY)).length;
}

/** Writes the mail that asks. Its link works for the address it was sent to: only the newest one does. */
async function ask(
  { secrets }: MailContext,
  rows: Rows,
  { participantId, documentId, address }: MailSetting,
  origin: string,
  now: IsoTime,
): Promise<void> {
  const token = secrets.newToken();
  await rows.linkTokens.insert({
    tokenHash: secrets.hash(token),
    use: 'confirm-mail',
    participantId,
    createdAt: now,
    expiresAt: later(now, CONFIRM_WITHIN),
  });
  const title = (await rows.documents.find(documentId))?.title ?? '';
  // Behind `#`, so that no server logs it and no scanner of links follows it.
  const link = `${origin}/confirm-mail#token=${token}`;
  await rows.outbox.insert({
    messageId: messageIdAt(origin, secrets.newId()),
    participantId,
    to: address,
    ...confirmationMail(title, link),
    unsubscribe: null,
    createdAt: now,
    tries: 0,
    nextTryAt: now,
  });
}

/** A Message-ID (RFC 5322, section 3.6.4) under our own host. */
export const messageIdAt = (origin: string, id: string): string => `${id}@${new URL(origin).hostname}`;

const badLink = fail(problem('unknown-token', 'this link is not valid any more: ask for a new one'));

/** Confirms an address by the link that was sent there. Answers the document it is for. */
export const confirmMail = (
  { store, secrets, clock }: MailContext,
  token: string,
): Promise<Result<DocumentId, Problem>> =>
  store.transact(async (rows) => {
    const now = clock.now();
    const found = await rows.linkTokens.find('confirm-mail', secrets.hash(token));
    if (found === null || (found.expiresAt ?? now) <= now) return badLink;
    const newest = (await rows.linkTokens.ofParticipant(found.participantId, 'confirm-mail')).at(-1);
    const setting = await rows.mailSettings.find(found.participantId);
    if (newest?.tokenHash !== found.tokenHash || setting === null) return badLink;
    if (setting.confirmedAt === null) await rows.mailSettings.save({ ...setting, confirmedAt: now });
    return ok(setting.documentId);
  });

/** Stops all mail to the participant a mail was for. Doing it twice is fine. Answers the document's title. */
export const stopMail = ({ store, secrets }: MailContext, token: string): Promise<Result<string, Problem>> =>
  store.transact(async (rows) => {
    const found = await rows.linkTokens.find('stop-mail', secrets.hash(token));
    const setting = found === null ? null : await rows.mailSettings.find(found.participantId);
    if (setting === null) return badLink;
    await rows.mailSettings.save({ ...setting, frequency: 'off' });
    await rows.outbox.deleteOf(setting.participantId);
    return ok((await rows.documents.find(setting.documentId))?.title ?? '');
  });
