import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPositionStage, type Envoy, type PositionStage } from '../position-stage.ts';
import { outcome } from '../register-stage.ts';

let stage: PositionStage;
let [first, second] = ['', ''];
let version = '';
let a: Envoy;
let b: Envoy;
beforeAll(async () => {
  stage = await createPositionStage(['We decide.', 'We meet again.']);
  version = await stage.publish();
  [first = '', second = ''] = await stage.paragraphs();
  a = await stage.envoy('Delegation A');
  b = await stage.envoy('Organisation B', 'civil-society');
});
afterAll(() => stage.close());

type Said = readonly [paragraph: string, standing: string | null, words?: string];
const take = (who: Envoy, said: readonly Said[], more: object = {}, headers: Record<string, string> = {}) =>
  stage.as(
    who,
    'POST',
    '/positions',
    {
      version,
      positions: said.map(([paragraph, standing, words]) => ({
        paragraph,
        standing,
        ...(words === undefined ? {} : { words }),
      })),
      ...more,
    },
    headers,
  );

describe('positions', () => {
  it('V100: one act takes positions on many paragraphs: all stand, or none', async () => {
    const wrong = await take(a, [
      [first, 'support'],
      ['none', 'oppose'],
    ]);
    expect(outcome(wrong)).toEqual([400, 'invalid-fields']);
    expect(wrong.json().fields[0].field).toBe('positions.1.paragraph');
    expect((await stage.read()).cells).toEqual([]);
    const heard = stage.harness.events.length;
    const taken = await take(a, [
      [first, 'concern', 'Too vague.'],
      [second, 'support'],
    ]);
    expect(taken.statusCode, taken.body).toBe(201);
    const { head, entries } = taken.json();
    expect(entries.map(({ noun, revision, seq }: never) => [noun, revision, seq])).toEqual([
      ['position', 1, head - 1],
      ['position', 1, head],
    ]);
    const { cells, whole } = await stage.read();
    expect(whole).toBe(true);
    expect(cells.map(({ position, ...rest }) => rest)).toEqual(
      [first, second].map((paragraph) => ({ paragraph, state: 'own', because: null, others: [] })),
    );
    // What travelled in columns is the row, field by field.
    expect(cells.map(({ position }) => position)).toEqual(entries.map(({ row }: { row: unknown }) => row));
    expect(stage.harness.events.slice(heard)).toMatchObject([
      { kind: 'register-changed', head, only: 'positions' },
    ]);
    const audit = (await stage.as(a, 'GET', '/audit')).json().entries.slice(-2);
    expect(audit.map(({ act, participantId }: never) => [act, participantId])).toEqual([
      ['position.take', a.id],
      ['position.take', a.id],
    ]);
  });

  it('V101: behind a head only what changed is told, also what was taken back; a head of nowhere brings everything', async () => {
    const before = await stage.read();
    expect(await stage.read(`?after=${before.head}`)).toMatchObject({ whole: false, cells: [], ties: null });
    await take(b, [[first, 'support']]);
    await take(b, [[first, 'oppose']]);
    const more = await stage.read(`?after=${before.head}`);
    expect(more).toMatchObject({ whole: false, ties: null });
    expect(more.cells).toMatchObject([{ position: { holder: { id: b.delegation }, standing: 'oppose' } }]);
    await take(b, [[first, null]]);
    const gone = await stage.read(`?after=${before.head}`);
    expect(gone.cells).toEqual([]);
    expect(gone.taken).toEqual([{ holder: { noun: 'delegation', id: b.delegation }, paragraph: first }]);
    expect(await stage.read(`?after=${gone.head + 100}`)).toMatchObject({ whole: true });
  });

  it('V15: only on the latest version, and saying the same again is told', async () => {
    expect(outcome(await take(a, [[second, 'support']]))).toEqual([409, 'already-exists']);
    const other = await take(a, [[second, 'oppose']], { version: 'another' });
    expect(outcome(other)).toEqual([409, 'too-late']);
    const mixed = await take(a, [
      [second, 'support'],
      [first, 'oppose'],
    ]);
    expect(mixed.json().entries).toHaveLength(1);
  });

  it('V102: the same key answers the same and takes nothing twice; another request under it is refused', async () => {
    const key = { 'idempotency-key': 'positions-1' };
    const once = await take(b, [[second, 'concern']], {}, key);
    const again = await take(b, [[second, 'concern']], {}, key);
    expect([once.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(once.json());
    const other = await take(b, [[second, 'oppose']], {}, key);
    expect(outcome(other)).toEqual([409, 'idempotency-conflict']);
  });

  it('V9: for a group the spokesperson alone speaks, and only its members', async () => {
    const c = await stage.envoy('Delegation C');
    const group = await stage.group('Sample group', [a, c], c);
    const said: Said[] = [[first, 'support']];
    expect(outcome(await take(a, said, { onBehalfOf: group }))).toEqual([403, 'not-permitted']);
    expect(outcome(await take(b, said, { onBehalfOf: group }))).toEqual([400, 'invalid-fields']);
    expect(outcome(await take(c, said, { onBehalfOf: 'none' }))).toEqual([400, 'invalid-fields']);
    const taken = await take(c, said, { onBehalfOf: group });
    expect(taken.json().entries[0].row).toMatchObject({
      holder: { noun: 'group', id: group },
      by: { participantId: c.id, delegationId: c.delegation, onBehalfOf: group },
    });
  });

  const BAD: readonly (readonly [string, () => object, string])[] = [
    ['no paragraph', () => ({ version, positions: [] }), 'positions'],
    [
      'a standing of another kind',
      () => ({ version, positions: [{ paragraph: first, standing: 'maybe' }] }),
      'positions.0.standing',
    ],
    [
      'words without end',
      () => ({ version, positions: [{ paragraph: first, standing: 'oppose', words: 'x'.repeat(2001) }] }),
      'positions.0.words',
    ],
    ['no version', () => ({ positions: [{ paragraph: first, standing: 'oppose' }] }), 'version'],
  ];
  for (const [what, body, field] of BAD)
    it(`V100: ${what} is refused, and the field named`, async () => {
      const answer = await stage.as(a, 'POST', '/positions', body());
      expect(outcome(answer)).toEqual([400, 'invalid-fields']);
      expect(answer.json().fields[0].field).toBe(field);
    });
});

describe("one delegation's own", () => {
  it('V23: what it holds and the groups that speak for it, whole and by changes, as in the answer of everybody', async () => {
    const ours = await createPositionStage(['We decide.', 'We meet again.', 'We report.']);
    const on = await ours.publish();
    const [one = '', two = '', three = ''] = await ours.paragraphs();
    const [own, head, other] = await Promise.all(
      ['Own', 'Head', 'Other'].map((name) => ours.envoy(`Delegation ${name}`)),
    );
    if (own === undefined || head === undefined || other === undefined) throw new Error('nobody came');
    const say = async (who: Envoy, paragraph: string, standing: string | null, group?: string) => {
      const body = { version: on, positions: [{ paragraph, standing }] };
      const more = group === undefined ? {} : { onBehalfOf: group };
      const taken = await ours.as(who, 'POST', '/positions', { ...body, ...more });
      expect(taken.statusCode, taken.body).toBe(201);
    };
    const asked = `delegation=${own.delegation}`;
    const told = ({ cells }: Awaited<ReturnType<typeof ours.read>>) =>
      cells.map(({ paragraph, position }) => [position.holder.id, paragraph, position.standing]);
    await say(own, one, 'concern');
    await say(other, one, 'oppose');
    const first = await ours.read(`?${asked}`);
    expect([first.whole, told(first)]).toEqual([true, [[own.delegation, one, 'concern']]]);

    // A group that begins to speak for it comes with all it said before.
    const group = await ours.group('Sample group', [head, other], head);
    await say(head, two, 'support', group);
    expect(told(await ours.read(`?${asked}`))).toEqual(told(first));
    const aligned = await ours.as(own, 'PUT', `/alignments/${group}`, { aligns: true, except: [three] });
    expect(aligned.statusCode, aligned.body).toBe(200);
    const second = await ours.read(`?${asked}&after=${first.head}`);
    expect([second.whole, told(second)]).toEqual([
      true,
      [
        [own.delegation, one, 'concern'],
        [group, two, 'support'],
      ],
    ]);
    const everybody = await ours.read();
    expect([...second.speaking]).toEqual(
      [...everybody.speaking].filter(([delegation]) => delegation === own.delegation),
    );

    // Then changes alone, and only what concerns it.
    await say(other, two, 'oppose');
    await say(own, one, null);
    await say(own, three, 'support');
    const third = await ours.read(`?${asked}&after=${second.head}`);
    expect([third.whole, third.ties, told(third)]).toEqual([
      false,
      null,
      [[own.delegation, three, 'support']],
    ]);
    expect(third.taken).toEqual([{ holder: { noun: 'delegation', id: own.delegation }, paragraph: one }]);
    await ours.close();
  });
});

describe('many who ask at once', () => {
  it('H24: get what stood at one moment, while others go on taking positions', async () => {
    const busy = await createPositionStage(Array.from({ length: 40 }, (_, k) => `We decide ${k}.`));
    const earlier = await busy.publish();
    const ids = await busy.paragraphs();
    const envoys = await Promise.all(['One', 'Two', 'Three'].map((name) => busy.envoy(`Delegation ${name}`)));
    const say = async (who: Envoy, on: string, of: string, standing: string) => {
      const positions = [{ paragraph: on, standing }];
      const taken = await busy.as(who, 'POST', '/positions', { version: of, positions });
      expect(taken.statusCode, taken.body).toBe(201);
    };
    for (const who of envoys) for (const id of ids.slice(0, 5)) await say(who, id, earlier, 'concern');
    const latest = await busy.publish();
    const asks = [0, 1, 2].flatMap(() => [
      busy.read(),
      busy.as(envoys[0] as Envoy, 'GET', '/positions/reading'),
      busy.as(envoys[0] as Envoy, 'GET', `/positions?version=${earlier}`),
    ]);
    const acts = envoys.map((who) => say(who, ids[7] ?? '', latest, 'support'));
    const [answers] = await Promise.all([Promise.all(asks), ...acts]);
    for (const answer of answers) if ('statusCode' in answer) expect(answer.statusCode).toBe(200);
    const { cells } = await busy.read();
    expect(cells.filter(({ state }) => state === 'own')).toHaveLength(3);
    expect(cells.filter(({ state }) => state === 'carried')).toHaveLength(15);
    await busy.close();
  });
});
