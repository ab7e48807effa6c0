import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { openPostOffice, type PostOffice } from '../../../server/mail/post-office.ts';
import { createSmtpMail } from '../../../server/mail/smtp.ts';
import type { Role } from '../../../shared/model/participant.ts';
import {
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
} from '../harness.ts';
import { THROWING } from '../journal.ts';
import { type SmtpServer, startSmtpServer } from './smtp-server.ts';

export const ORIGIN = 'https://text.example.org';
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A document in drafting with a person of every role, and a post office that sends to a real mail server. */
export interface MailStage {
  readonly harness: Harness;
  readonly smtp: SmtpServer;
  readonly id: string;
  readonly people: Record<Role, Member>;
  /** What the post office reported as errors. */
  readonly reported: readonly string[];
  /** Looks until nothing more happens at this time. */
  look(): Promise<void>;
  /** Another post office after this one. */
  reopen(): Promise<void>;
  /** What the observer is told of their mail. */
  own(): Promise<Record<string, unknown>>;
  /** Changes somebody's settings; the observer's unless another is named. */
  settings(body: object, who?: Role): Promise<LightMyRequestResponse>;
  confirm(token: string): Promise<LightMyRequestResponse>;
  /** The observer's address is asked and confirmed, and what was received for it is cleared away. */
  subscribe(frequency: string): Promise<void>;
  changePhase(phase: 'negotiation' | 'drafting'): Promise<void>;
  /** The words of a mail as a mail program shows them. */
  words(k: number): string;
  /** A field of a mail's head, unfolded. */
  header(k: number, name: string): string | undefined;
  /** The token of the link that a mail asks to open. */
  tokenIn(k: number): string;
  close(): Promise<void>;
}

/** RFC 2045, quoted-printable. */
function decoded(data: string): string {
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(data)) return data;
  const bytes = data
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export async function createMailStage(): Promise<MailStage> {
  const smtp = await startSmtpServer();
  const harness = await createHarness({ publicUrl: ORIGIN, mailOrigin: ORIGIN });
  const reported: string[] = [];
  const open = (): PostOffice =>
    openPostOffice({
      ...harness.context,
      origin: ORIGIN,
      mail: createSmtpMail({ url: smtp.url, from: 'Sounding Board <board@example.org>' }),
      journal: { ...THROWING, error: (what) => void reported.push(what) },
    });
  let office = open();
  const audiences = { workingText: 'participants', register: 'participants' };
  const id = await newDocument(harness, { title: 'Sample <text>', ...audiences });
  const people = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  const path = `/api/documents/${id}/mail`;
  const stage: MailStage = {
    ...{ harness, smtp, id, people, reported },
    look: () => office.look(),
    async reopen() {
      await office.stop();
      office = open();
    },
    own: async () => (await send(harness, people.observer.token, 'GET', path)).json(),
    settings: (body, who = 'observer') => send(harness, people[who].token, 'PATCH', path, body),
    confirm: (token) => send(harness, null, 'POST', '/api/mail/confirmation', { token }),
    async subscribe(frequency) {
      const address = 'observer@example.org';
      expect((await stage.settings({ address, frequency })).statusCode).toBe(200);
      await stage.look();
      expect((await stage.confirm(stage.tokenIn(0))).json()).toEqual({ documentId: id });
      smtp.received.length = 0;
    },
    changePhase: (phase) => setPhase(harness, id, phase),
    words: (k) => decoded(smtp.received[k]?.data ?? ''),
    header: (k, name) =>
      new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*?)\\r\\n(?![ \\t])`, 'im')
        .exec(`${smtp.received[k]?.data}\r\n`)?.[1]
        ?.replace(/\r\n\s+/g, ' ')
        .trim(),
    tokenIn: (k) => /confirm-mail#token=([A-Za-z0-9_-]{43})/.exec(stage.words(k))?.[1] ?? '',
    async close() {
      await office.stop();
      await harness.close();
      await smtp.close();
    },
  };
  return stage;
}
