import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostOffice, type PostOffice } from '../../../server/mail/post-office.ts';
import { createSmtpMail } from '../../../server/mail/smtp.ts';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';
import { THROWING } from '../journal.ts';
import { type SmtpServer, startSmtpServer } from './smtp-server.ts';

const ORIGIN = 'https://text.example.org';
const ADDRESS = 'observer@example.org';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let harness: Harness;
let smtp: SmtpServer;
let office: PostOffice;
let id: string;
let people: Record<Role, Member>;
let reported: string[];

beforeEach(async () => {
  smtp = await startSmtpServer();
  harness = await createHarness({ publicUrl: ORIGIN, mailOrigin: ORIGIN });
  reported = [];
  office = open();
  id = await newDocument(harness, {
    title: 'Sample <text>',
    workingText: 'participants',
    register: 'participants',
  });
  people = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
});
afterEach(async () => {
  await office.stop();
  await harness.close();
  await smtp.close();
});

const open = (): PostOffice =>
  openPostOffice({
    ...harness.context,
    origin: ORIGIN,
    mail: createSmtpMail({ url: smtp.url, from: 'Sounding Board <board@example.org>' }),
    journal: { ...THROWING, error: (what) => void reported.push(what) },
  });
/** Looks until nothing more happens at this time. */
const look = () => office.look();
const settings = (body: object, who: Role = 'observer') =>
  send(harness, people[who].token, 'PATCH', `/api/documents/${id}/mail`, body);
const confirm = (token: string) => send(harness, null, 'POST', '/api/mail/confirmation', { token });
/** The words of a mail as a mail program shows them (RFC 2045, quoted-printable). */
const words = (k: number): string => {
  const { data } = smtp.received[k] ?? { data: '' };
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(data)) return data;
  const bytes = data
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
const tokenIn = (k: number): string => /confirm-mail#token=([A-Za-z0-9_-]{43})/.exec(words(k))?.[1] ?? '';
const header = (k: number, name: string): string | undefined =>
  new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*?)\\r\\n(?![ \\t])`, 'im')
    .exec(`${smtp.received[k]?.data}\r\n`)?.[1]
    ?.replace(/\r\n\s+/g, ' ')
    .trim();

async function subscribe(frequency: string): Promise<void> {
  expect((await settings({ address: ADDRESS, frequency })).statusCode).toBe(200);
  await look();
  expect((await confirm(tokenIn(0))).json()).toEqual({
    documentId: id,
  });
  smtp.received.length = 0;
}
const changePhase = (phase: 'negotiation' | 'drafting') => setPhase(harness, id, phase);

describe('mail', () => {
  it('E14: is off for everybody, and where no server is configured it says so', async () => {
    const own = await send(harness, people.observer.token, 'GET', `/api/documents/${id}/mail`);
    expect(own.json()).toEqual({
      available: true,
      address: null,
      frequency: 'off',
      confirmed: false,
      problem: null,
    });
    await changePhase('negotiation');
    harness.clock.turn(2 * DAY);
    await look();
    expect(smtp.received).toEqual([]);
    const plain = await createHarness();
    const other = await newDocument(plain);
    const { observer } = await everyRole(plain, other);
    const refused = await send(plain, observer.token, 'PATCH', `/api/documents/${other}/mail`, {
      frequency: 'daily',
    });
    expect(refused.json().code).toBe('unavailable');
    await plain.close();
  });

  it('E15: an address is asked first, by a link that works once it was opened there, and nothing else goes there before', async () => {
    await settings({ address: ADDRESS, frequency: 'each' });
    await changePhase('negotiation');
    harness.clock.turn(DAY);
    await look();
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toMatchObject({ from: 'board@example.org', to: ADDRESS });
    expect(words(0)).toContain('Confirm your address for Sample <text>');
    expect(header(0, 'List-Unsubscribe')).toBeUndefined();
    const first = tokenIn(0);
    await settings({ address: 'other@example.org' });
    expect((await confirm(first)).json().code).toBe('unknown-token');
    await look();
    expect(smtp.received[1]?.to).toBe('other@example.org');
    const second = tokenIn(1);
    harness.clock.turn(4 * DAY);
    expect((await confirm(second)).json().code).toBe('unknown-token');
    await settings({ address: 'other@example.org' });
    await look();
    expect((await confirm(tokenIn(2))).statusCode).toBe(200);
    const own = await send(harness, people.observer.token, 'GET', `/api/documents/${id}/mail`);
    expect(own.json()).toMatchObject({ address: 'other@example.org', confirmed: true, frequency: 'each' });
  });

  it('E15: nobody is flooded with questions, and no address that is none is taken', async () => {
    for (let k = 0; k < 5; k += 1)
      expect((await settings({ address: `a${k}@example.org` })).statusCode).toBe(200);
    expect((await settings({ address: 'a6@example.org' })).json().code).toBe('too-many-requests');
    for (const address of ['nobody', 'a@b\r\nBcc: c@example.org', `${'a'.repeat(300)}@example.org`])
      expect((await settings({ address })).json().code).toBe('invalid-fields');
    expect((await settings({ frequency: 'daily' }, 'delegate')).json().code).toBe('invalid-fields');
  });

  it('E16: one mail a day at most, at six, of what is unread; none when nothing is', async () => {
    await subscribe('daily');
    await changePhase('negotiation');
    await changePhase('drafting');
    await look();
    expect(smtp.received).toEqual([]);
    harness.clock.turn(DAY);
    await look();
    await look();
    expect(smtp.received).toHaveLength(1);
    expect(header(0, 'Subject')).toBe('Sample <text>: 2 new notices');
    expect(words(0)).toContain('The phase is now: Negotiation');
    expect(words(0)).toContain(`${ORIGIN}/d/${id}/notices`);
    await changePhase('negotiation');
    await look();
    expect(smtp.received).toHaveLength(1);
    await send(harness, people.observer.token, 'POST', '/api/notices/read', { all: true });
    harness.clock.turn(DAY);
    await look();
    expect(smtp.received).toHaveLength(1);
  });

  it('E16: each as it comes: gathered for a minute, five minutes apart', async () => {
    await subscribe('each');
    await changePhase('negotiation');
    await look();
    expect(smtp.received).toEqual([]);
    harness.clock.turn(MINUTE);
    await look();
    expect(header(0, 'Subject')).toBe('Sample <text>: The phase is now: Negotiation');
    await changePhase('drafting');
    harness.clock.turn(2 * MINUTE);
    await look();
    expect(smtp.received).toHaveLength(1);
    harness.clock.turn(3 * MINUTE);
    await look();
    expect(smtp.received).toHaveLength(2);
  });

  it('E21: of more time it says which deadline became which, in UTC and in New York', async () => {
    await subscribe('each');
    const path = `/api/documents/${id}`;
    await write(harness, id, people.drafter.id, 'We decide to meet.');
    const published = { stage: 'revision', name: 'Rev.2' };
    const version = (await send(harness, ADMIN, 'POST', `${path}/versions`, published)).json().id;
    const wall = (day: string) => ({ wall: `2026-10-${day}T15:00`, timeZone: 'America/New_York' });
    const opened = await send(harness, ADMIN, 'POST', `${path}/silences`, { version, deadline: wall('09') });
    harness.clock.turn(10 * MINUTE);
    await look();
    smtp.received.length = 0;
    const extension = `${path}/silences/${opened.json().entry.id}/extension`;
    const letter = 'Very secret words';
    await send(harness, ADMIN, 'POST', extension, { deadline: wall('13'), letter });
    harness.clock.turn(10 * MINUTE);
    await look();
    expect(header(0, 'Subject')).toContain('There is more time: the silence on Rev.2 was extended');
    expect(words(0)).toContain(
      'Deadline moved from 9 October 2026, 19:00 UTC (New York 15:00) to 13 October 2026, 19:00 UTC (New York 15:00)',
    );
    expect(words(0)).toContain(`${ORIGIN}/d/${id}/silence`);
    expect(words(0)).not.toContain('secret');
  });

  it('E17: says who and where, never what was written, and nothing one may not see', async () => {
    await subscribe('each');
    const { directory } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/register`)).json();
    const { delegationId } = directory.participants.find(
      (one: { id: string }) => one.id === people.observer.id,
    );
    const ask = (text: string) =>
      send(harness, people.delegate.token, 'POST', `/api/documents/${id}/comments`, {
        on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
        kind: 'question',
        text: 'Very secret words',
        addressed: { delegations: [delegationId], groups: [] },
        ...(text === '' ? {} : { visibility: text }),
      });
    expect((await ask('')).statusCode).toBe(201);
    harness.clock.turn(10 * MINUTE);
    await look();
    expect(words(0)).toContain('Delegation of delegate asked you a question');
    expect(words(0)).not.toContain('secret');
    await ask('');
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { workingText: 'team' });
    harness.clock.turn(10 * MINUTE);
    await look();
    expect(smtp.received).toHaveLength(1);
  });

  it('E18: one click stops it, by the header or by the page; a scanner that follows the link does not', async () => {
    await subscribe('each');
    await changePhase('negotiation');
    harness.clock.turn(MINUTE);
    await look();
    expect(header(0, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(0, 'Auto-Submitted')).toBe('auto-generated');
    const stop = new URL((header(0, 'List-Unsubscribe') ?? '').replaceAll(/[<>]/g, ''));
    const path = stop.pathname + stop.search;
    const asked = await send(harness, null, 'GET', path);
    expect([asked.statusCode, asked.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(asked.body).toContain('<form method="post"');
    const frequency = async () =>
      (await harness.store.rows.mailSettings.find(people.observer.id as never))?.frequency;
    expect(await frequency()).toBe('each');
    const done = await harness.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([done.statusCode, await frequency()]).toEqual([200, 'off']);
    expect(done.body).toContain('Sample &lt;text&gt;');
    expect((await send(harness, null, 'POST', '/api/mail/stop?token=none')).json().code).toBe(
      'unknown-token',
    );
    expect(harness.logged.join('')).not.toContain(stop.searchParams.get('token')?.slice(0, 12));
  });

  it('E19: a server that fails is tried again later and later; nothing is lost, doubled, or told anew', async () => {
    await subscribe('each');
    smtp.answers.set('RCPT', '451 later');
    await changePhase('negotiation');
    harness.clock.turn(MINUTE);
    await look();
    const waits = async () =>
      (await harness.store.rows.outbox.due('9' as never, 10)).map(({ tries }) => tries);
    expect(await waits()).toEqual([1]);
    await look();
    expect(await waits()).toEqual([1]);
    harness.clock.turn(MINUTE);
    await look();
    expect(await waits()).toEqual([2]);
    expect(reported).toEqual(Array(2).fill('the mail server does not take mail'));
    smtp.answers.clear();
    harness.clock.turn(2 * MINUTE);
    await look();
    await look();
    expect(smtp.received).toHaveLength(1);
    expect(await waits()).toEqual([]);
  });

  it('E19: cut off after the server took it, a mail goes again under the same Message-ID, also after a restart', async () => {
    await subscribe('each');
    smtp.answers.set('.', null);
    await changePhase('negotiation');
    harness.clock.turn(MINUTE);
    await look();
    expect(smtp.received).toHaveLength(1);
    smtp.answers.clear();
    await office.stop();
    office = open();
    harness.clock.turn(5 * MINUTE);
    await look();
    expect(smtp.received).toHaveLength(2);
    expect(header(0, 'Message-ID')).toMatch(/^<[\w-]{22}@text\.example\.org>$/);
    expect(header(1, 'Message-ID')).toBe(header(0, 'Message-ID'));
  });

  it('E20: an address that is refused for good is said to its owner, and others still get theirs', async () => {
    await subscribe('each');
    smtp.answers.set('RCPT', '550 no such user');
    await changePhase('negotiation');
    harness.clock.turn(MINUTE);
    await look();
    const own = () => send(harness, people.observer.token, 'GET', `/api/documents/${id}/mail`);
    expect((await own()).json().problem).toContain('550');
    smtp.answers.clear();
    await changePhase('drafting');
    harness.clock.turn(5 * MINUTE);
    await look();
    expect((await own()).json().problem).toBeNull();
    expect(smtp.received).toHaveLength(1);
  });

  it('E14: whose access has ended gets no mail', async () => {
    await subscribe('each');
    await changePhase('negotiation');
    await send(harness, ADMIN, 'DELETE', `/api/documents/${id}/members/${people.observer.id}`);
    harness.clock.turn(DAY);
    await look();
    expect(smtp.received).toEqual([]);
  });
});
