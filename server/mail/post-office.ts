import { GIVE_UP, retryWait } from '../../shared/domain/digest.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
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
  readonly report: (what: string, error: unknown) => void;
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
  const { store, clock, mail, report } = context;
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;

  const writeAll = async (): Promise<void> => {
    for (const setting of await store.rows.mailSettings.active()) {
      if (stopped) return;
      await writeDigest(context, setting);
    }
  };
  const sendAll = async (): Promise<void> => {
    for (const waiting of await store.rows.outbox.due(clock.now(), MAILS_A_LOOK)) {
      if (stopped) return;
      // A server that fails now fails for the next mail as well: the others wait for the next look.
      if (!(await sendOne(context, waiting))) return;
    }
  };
  const look = async (): Promise<void> => {
    if (stopped) return;
    await store.transact((rows) => rows.linkTokens.deleteExpired(clock.now()));
    await writeAll();
    await sendAll();
  };
  const lookAfterwards = (): Promise<void> => {
    looking = looking.then(look).catch((error: unknown) => report('mail could not be written', error));
    return looking;
  };
  const wait = (): void => {
    if (stopped) return;
    cancel = clock.at(after(clock.now(), LOOK_EVERY), () => void lookAfterwards().then(wait));
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

/** Hands one mail over. False: the mail server is in trouble. */
async function sendOne(
  { store, clock, mail, report }: PostOfficeContext,
  waiting: OutboxMail,
): Promise<boolean> {
  const { messageId, participantId, createdAt, tries } = waiting;
  const sending = await mail.send(waiting);
  const now = clock.now();
  const tooOld = Date.parse(now) - Date.parse(createdAt) > GIVE_UP;
  if (sending.outcome === 'unavailable' && !tooOld) {
    report('the mail server does not take mail', new Error(sending.detail));
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
