import { GIVE_UP, retryWait } from '../../shared/domain/digest.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import type { Journal } from '../ports/journal.ts';
import type { MailPort, OutboxMail } from '../ports/mail.ts';
import { type DigestContext, writeDigest } from './write-digest.ts';

/** How often the post office looks what is due, in ms. */
const LOOK_EVERY = 15_000;

/** Mails sent in one look; the rest goes with the next. */
const MAILS_A_LOOK = 100;

/** Longest wait for a mail on its way when the server stops, in ms. */
const STOP_WAIT = 3_000;

export interface PostOfficeContext extends DigestContext {
  readonly mail: MailPort;
  readonly journal: Journal;
}

export interface PostOffice {
  /** Writes what is due and sends what waits. One look at a time; a second waits for the first. */
  look(): Promise<void>;
  /** Ends the looking; what waits is sent after the next start. */
  stop(): Promise<void>;
}

const after = (now: IsoTime, ms: number): IsoTime => new Date(Date.parse(now) + ms).toISOString() as IsoTime;

/**
 * Sends mails. A mail is written with what it tells, waits in the outbox, and leaves it when the mail server has
 * taken it: a stop in between sends it again, under the same Message-ID.
 */
export function openPostOffice(context: PostOfficeContext): PostOffice {
  const { store, clock, mail, journal, secrets } = context;
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;

  const writeAll = async (): Promise<void> => {
    for (const setting of await store.rows.mailSettings.active()) {
      if (stopped) return;
      await writeDigest(context, setting);
    }
  };
  const sendAll = async (job: string): Promise<number> => {
    let sent = 0;
    for (const waiting of await store.rows.outbox.due(clock.now(), MAILS_A_LOOK)) {
      if (stopped) return sent;
      // A server that fails now fails for the next mail as well: the others wait for the next look.
      if (!(await sendOne(context, waiting, job))) return sent;
      sent += 1;
    }
    return sent;
  };
  const look = async (job: string): Promise<void> => {
    if (stopped) return;
    await store.transact((rows) => rows.linkTokens.deleteExpired(clock.now()));
    await writeAll();
    const handedOver = await sendAll(job);
    if (handedOver > 0) journal.debug('mail was handed over', { job, mails: handedOver });
  };
  const lookAfterwards = (): Promise<void> => {
    const job = secrets.newId();
    looking = looking
      .then(() => look(job))
      .catch((error: unknown) => journal.error('mail could not be written', error, { job }));
    return looking;
  };
  const wait = (): void => {
    if (stopped) return;
    cancel = clock.after(LOOK_EVERY, () => void lookAfterwards().then(wait));
  };
  wait();

  return {
    look: lookAfterwards,
    async stop() {
      stopped = true;
      cancel();
      // A mail server that hangs keeps nobody from stopping: what it had not answered goes again.
      const wait = new Promise<void>((resolve) => setTimeout(resolve, STOP_WAIT).unref());
      await Promise.race([looking, wait]);
      mail.close();
    },
  };
}

/** W14: hands one mail over. False: the mail server is in trouble. */
async function sendOne(
  { store, clock, mail, journal }: PostOfficeContext,
  waiting: OutboxMail,
  job: string,
): Promise<boolean> {
  const { messageId, participantId, createdAt, tries } = waiting;
  const sending = await mail.send(waiting);
  const now = clock.now();
  const tooOld = Date.parse(now) - Date.parse(createdAt) > GIVE_UP;
  if (sending.outcome === 'unavailable' && !tooOld) {
    journal.error('the mail server does not take mail', new Error(sending.detail), { job });
    await store.transact(({ outbox }) => outbox.putOff(messageId, tries + 1, after(now, retryWait(tries))));
    return false;
  }
  const detail = sending.outcome === 'sent' ? null : sending.detail;
  await store.transact(async ({ outbox, mailSettings }) => {
    await outbox.delete(messageId);
    const setting = await mailSettings.find(participantId);
    if (setting !== null && setting.problem !== detail && setting.address === waiting.to)
      await mailSettings.save({ ...setting, problem: detail });
  });
  return true;
}
