import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWindow } from '../../../server/commands/close-window.ts';
import { setParagraphKind } from '../../../shared/text/structure.ts';
import { ADMIN, newMember, send } from '../harness.ts';
import { createPositionStage, type Envoy, type PositionStage } from '../position-stage.ts';

const DAY = 86_400_000;

let stage: PositionStage;
let version: string;
let [first, second] = ['', ''];
let a: Envoy;
let b: Envoy;
let facilitator: Envoy;
beforeEach(async () => {
  stage = await createPositionStage(['We decide.', 'We meet again.']);
  version = await stage.publish();
  [first = '', second = ''] = await stage.paragraphs();
  a = await stage.envoy('Delegation A');
  b = await stage.envoy('Delegation B');
  facilitator = {
    ...(await newMember(stage.harness, stage.id, 'facilitator', 'Sample chair')),
    delegation: '',
  };
});
afterEach(() => stage.close());

/** Unread notices, oldest first, as reason, what they lead to, and the name and kind in their sentence. */
const told = async (who: Envoy): Promise<readonly unknown[]> => {
  const answer = await send(stage.harness, who.token, 'GET', `/api/notices?document=${stage.id}`);
  return answer
    .json()
    .notices.map(
      ({ notice, about }: { notice: { reason: string }; about: Record<string, unknown> | null }) => [
        notice.reason,
        about?.noun,
        about?.name,
        about?.kind,
      ],
    )
    .reverse();
};
const forget = async (): Promise<void> => {
  for (const { token } of [a, b, facilitator])
    await send(stage.harness, token, 'POST', '/api/notices/read', { all: true });
};
const unread = async (who: Envoy) => {
  const all = await send(stage.harness, who.token, 'GET', `/api/notices?document=${stage.id}`);
  return (await told(who)).slice(-all.json().unread || Number.POSITIVE_INFINITY);
};
const waiting = async (who: Envoy) =>
  (await stage.as(who, 'GET', '/waiting'))
    .json()
    .waiting.map(({ what, count, until }: never) => [what, count, until]);
const done = async (answer: ReturnType<PositionStage['as']>) => {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(body);
  return JSON.parse(body);
};
const deadline = () => new Date(Date.parse(stage.harness.clock.now()) + 4 * DAY).toISOString();
const silence = async (): Promise<{ id: string; deadline: string }> =>
  (await done(stage.as(facilitator, 'POST', '/silences', { version, deadline: deadline() }))).entry.row;
const object = (id: string) =>
  done(
    stage.as(a, 'POST', `/silences/${id}/objections`, {
      places: [{ paragraph: first }, { paragraph: second }],
      reason: 'It goes beyond what was agreed.',
    }),
  );

describe('silence', () => {
  it('E3, E22: opened and settled tell everybody once, an objection the facilitators; each has before them what waits', async () => {
    await forget();
    const { id, deadline: until } = await silence();
    expect(await unread(b)).toEqual([['silence-opened', 'silence', 'Version 1', 'running']]);
    expect(await unread(facilitator)).toEqual([]);
    expect(await waiting(a)).toEqual([['silence', 1, until]]);
    await forget();
    await object(id);
    expect(await waiting(a)).toEqual([]);
    expect(await waiting(b)).toEqual([['silence', 1, until]]);
    expect(await unread(facilitator)).toEqual([['objected', 'silence', 'Version 1', null]]);
    expect(await unread(b)).toEqual([]);
    await forget();
    stage.harness.clock.turn(5 * DAY);
    await closeWindow(stage.harness.context, stage.id as never);
    for (const who of [a, b, facilitator])
      expect(await unread(who)).toEqual([['silence-settled', 'silence', 'Version 1', 'broken']]);
    expect(await waiting(facilitator)).toEqual([['broken', 2, null]]);
    expect(await waiting(b)).toEqual([]);
  });

  it('E21: more time tells everybody, each time with the deadlines of that time, and waits until the new one', async () => {
    const { id, deadline: until } = await silence();
    await forget();
    const extend = async (ms: number): Promise<string> => {
      const to = new Date(Date.parse(until) + ms).toISOString();
      await done(stage.as(facilitator, 'POST', `/silences/${id}/extension`, { deadline: to }));
      return to;
    };
    const first = await extend(DAY);
    const second = await extend(2 * DAY);
    const extended = ['silence-extended', 'silence', 'Version 1', 'running'];
    expect(await unread(b)).toEqual([extended, extended]);
    expect(await unread(facilitator)).toEqual([]);
    const { notices } = (
      await send(stage.harness, b.token, 'GET', `/api/notices?document=${stage.id}`)
    ).json();
    expect(notices.slice(0, 2).map(({ about }: { about: { moved: object } }) => about.moved)).toEqual([
      { from: first, to: second },
      { from: until, to: first },
    ]);
    expect(await waiting(b)).toEqual([['silence', 1, second]]);
    const { silences } = await done(stage.as(facilitator, 'GET', '/record'));
    expect(silences[0]).toMatchObject({
      deadline: second,
      extensions: [
        { from: until, to: first, letter: '' },
        { from: first, to: second, letter: '' },
      ],
    });
    const feed = (await stage.as(null, 'GET', '/feed.atom')).body;
    expect(feed).toContain(`Until ${second}.\n\nExtended from ${until} to ${first}.`);
  });

  it('E3: the adoption and the closing of the record tell everybody', async () => {
    await forget();
    const adoption = { version, manner: 'consensus', date: '2026-10-01', symbol: 'A/RES/80/173' };
    await done(stage.as(facilitator, 'POST', '/adoption', adoption));
    expect(await unread(a)).toEqual([['adopted', 'silence', 'Version 1', null]]);
    await forget();
    await done(stage.as(facilitator, 'POST', '/record/closing'));
    expect(await unread(a)).toEqual([['record-closed', 'silence', 'Version 1', null]]);
  });
});

describe('positions and declarations', () => {
  it('E21: a version tells who holds positions on words that it changed, and they wait to be confirmed', async () => {
    const position = (paragraph: string) => ({ paragraph, standing: 'concern', words: '' });
    await done(
      stage.as(a, 'POST', '/positions', { version, positions: [position(first), position(second)] }),
    );
    await done(stage.as(b, 'POST', '/positions', { version, positions: [position(second)] }));
    await forget();
    await stage.harness.rooms.edit(stage.id as never, stage.drafter as never, (text) => {
      setParagraphKind(text, second as never, 'plain');
      text.insert(text.length, ' Soon, and often.');
    });
    const next = await stage.publish();
    const changed = (await stage.as(null, 'GET', `/comparison?from=${version}&to=${next}`)).json().rows;
    const paragraphs = changed
      .filter(({ kind }: { kind: string }) => kind === 'changed')
      .flatMap(({ paragraphs: { from } }: { paragraphs: { from: string[] } }) => from);
    expect(paragraphs).toHaveLength(1);
    const holders = paragraphs[0] === first ? [a] : [a, b];
    for (const who of [a, b])
      expect(await unread(who)).toEqual([
        ['version-published', 'version', 'Version 2', null],
        ...(holders.includes(who) ? [['positions-to-reconfirm', 'position', 'Version 2', null]] : []),
      ]);
    expect(await waiting(a)).toEqual([['reconfirm', 1, null]]);
    expect(await waiting(facilitator)).toEqual([]);
    // Nothing new is said of what has not been confirmed since.
    await forget();
    await stage.harness.rooms.edit(stage.id as never, stage.drafter as never, (text) =>
      text.insert(text.length, ' And again.'),
    );
    await stage.publish();
    expect(await unread(a)).toEqual([['version-published', 'version', 'Version 3', null]]);
  });

  it('E3: a declaration tells the facilitators; corrected or withdrawn, whoever joined it', async () => {
    const wanted = {
      kind: 'reservation',
      objects: [{ on: 'paragraph', paragraph: first }],
      statement: { language: 'en', text: 'We reserve our position.' },
    };
    await forget();
    const { entry } = await done(stage.as(a, 'POST', '/declarations', wanted));
    expect(await unread(facilitator)).toEqual([
      ['declaration-filed', 'declaration', 'Version 1', 'reservation'],
    ]);
    expect(await unread(b)).toEqual([]);
    await done(stage.as(b, 'POST', `/declarations/${entry.id}/joining`, { except: [] }));
    await forget();
    const statement = { language: 'en', text: 'We reserve our position on all of it.' };
    await done(stage.as(a, 'PUT', `/declarations/${entry.id}`, { ...wanted, statement }));
    expect(await unread(b)).toEqual([['declaration-changed', 'declaration', 'Version 1', 'reservation']]);
    expect(await unread(facilitator)).toEqual([]);
    const feed = (await stage.as(null, 'GET', '/feed.atom')).body;
    expect(feed).toContain('Reservation on Version 1');
    expect(feed).toContain(`/declarations/${entry.id}`);
  });

  it('E3: whoever speaks for a group hears how its members align', async () => {
    const group = await stage.group('Sample group', [a, b], a);
    await forget();
    await done(stage.as(b, 'PUT', `/alignments/${group}`, { aligns: true, except: [first] }));
    expect(await unread(a)).toEqual([['alignment-changed', 'position', 'Sample group', null]]);
    expect(await unread(facilitator)).toEqual([]);
    await forget();
    await send(stage.harness, ADMIN, 'POST', `/api/documents/${stage.id}/silences`, {
      version,
      deadline: deadline(),
    });
    expect((await stage.as(null, 'GET', '/feed.atom')).body).toContain('Version 1 is under silence');
  });
});
