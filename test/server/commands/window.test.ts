import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWindow, watchWindows } from '../../../server/commands/close-window.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send } from '../harness.ts';
import { THROWING } from '../journal.ts';

const HOUR = 3_600_000;

describe('consultation window', () => {
  let harness: Harness;
  let id: string;
  beforeEach(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
  });
  afterEach(() => harness.close());

  const later = (hours: number) => new Date(Date.parse(harness.clock.now()) + hours * HOUR).toISOString();
  const open = (closesAt: string) =>
    send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'consultation', closesAt });
  const stored = () => harness.store.rows.documents.find(id as never);
  const acts = async () =>
    (await harness.store.rows.audit.read(id as never, 0, 100)).map((entry) => entry.act);

  /** The timer's transaction has no promise to wait for; the next transaction comes behind it. */
  const settled = () => harness.store.transact(async () => undefined);

  it('H18: a window closes itself at its time, is recorded and told', async () => {
    const closesAt = later(2);
    await open(closesAt);
    harness.clock.turn(HOUR);
    await settled();
    expect((await stored())?.phase).toBe('consultation');
    harness.clock.turn(HOUR);
    await closeWindow(harness.context, id as never);
    await settled();
    expect(await stored()).toMatchObject({ phase: 'drafting', phaseSince: closesAt, closesAt: null });
    expect((await acts()).filter((act) => act === 'phase.close')).toHaveLength(1);
    const told = harness.events.filter((event) => event.kind === 'phase-changed');
    expect(told.map((event) => event.phase)).toEqual(['consultation', 'drafting']);
  });

  it('H18: moving the end moves the closing', async () => {
    await open(later(1));
    expect((await open(later(3))).statusCode).toBe(200);
    harness.clock.turn(2 * HOUR);
    await settled();
    expect((await stored())?.phase).toBe('consultation');
    harness.clock.turn(2 * HOUR);
    await closeWindow(harness.context, id as never);
    expect((await stored())?.phase).toBe('drafting');
  });

  it('H18: whoever looks after its time sees it closed, though no timer has run', async () => {
    const closesAt = later(1);
    await open(closesAt);
    const member = await newMember(harness, id, 'drafter');
    const now = Date.parse(harness.clock.now());
    Object.assign(harness.clock, { now: () => new Date(now + 2 * HOUR).toISOString() });
    const { document, abilities } = (await send(harness, member.token, 'GET', `/api/documents/${id}`)).json();
    expect(document).toMatchObject({ phase: 'drafting', phaseSince: closesAt });
    expect(abilities['text.write']).toEqual({ allowed: true });
  });

  it('H18: a window that ended while the server was down is closed at the next start', async () => {
    const store = createMemoryStore();
    const first = await createHarness({ store });
    const other = await newDocument(first);
    const closesAt = new Date(Date.parse(first.clock.now()) + HOUR).toISOString();
    await send(first, ADMIN, 'POST', `/api/documents/${other}/phase`, { phase: 'consultation', closesAt });
    const { clock } = harness;
    clock.turn(5 * HOUR);
    const stop = await watchWindows({ ...first.context, clock }, THROWING);
    expect(await store.rows.documents.find(other as never)).toMatchObject({
      phase: 'drafting',
      phaseSince: closesAt,
    });
    stop();
    await first.close();
  });
});
