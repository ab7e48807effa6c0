import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import type { VerifiableStore } from '../../../server/ports/store.ts';
import { MEMBER_STATES } from '../../../shared/data/member-states.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage();
});
afterAll(() => stage.close());

const invite = (delegations: readonly object[], headers: Record<string, string> = {}) =>
  stage.as('facilitator', 'POST', '/delegations', { delegations }, headers);
const change = (id: string, body: object) => stage.as('facilitator', 'PATCH', `/delegations/${id}`, body);
const government = (name: string, more: object = {}) => ({ name, constituency: 'government', ...more });

interface ListedMember {
  readonly participant: { readonly id: string; readonly name: string; readonly role: string };
  readonly delegation: { readonly id: string; readonly name: string; readonly region: string | null };
  readonly invited: boolean;
}
const members = async (): Promise<readonly ListedMember[]> =>
  (await stage.as('facilitator', 'GET', '/members')).json().members;
const entries = async () => (await stage.as('facilitator', 'GET', '/audit?limit=500')).json().entries;
const findings = async () =>
  (await verify(stage.harness.store as unknown as VerifiableStore)).flatMap((report) => report.findings);

describe('inviting many delegations at once', () => {
  it('G6: every Member State is invited in one act, with a link and an audit entry each', async () => {
    const before = await entries();
    const events = stage.harness.events.length;
    const wanted = MEMBER_STATES.map(({ names, region }) => government(names.en, { region }));
    const answer = await invite(wanted);
    expect(answer.statusCode, answer.body).toBe(201);
    const { invited, present } = answer.json();
    expect([invited.length, present]).toEqual([193, []]);
    const tokens = new Set(invited.map(({ token }: { token: string }) => token));
    expect(tokens.size).toBe(193);
    expect(invited[0].url).toBe(`http://localhost:80/enter#token=${invited[0].token}`);
    const written = (await entries()).slice(before.length);
    expect(written.map(({ act }: { act: string }) => act)).toEqual(Array(193).fill('member.invite'));
    expect(new Set(written.map(({ at }: { at: string }) => at)).size).toBe(1);
    expect(stage.harness.events.length - events).toBe(1);
    const listed = await members();
    const kenya = listed.find(({ delegation }) => delegation.name === 'Kenya');
    expect(kenya).toMatchObject({
      participant: { name: 'Delegation of Kenya', role: 'delegate' },
      delegation: { region: 'african' },
      invited: true,
    });
    const entered = await stage.harness.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { token: invited.at(-1).token },
    });
    expect(entered.statusCode).toBe(200);
    expect(await findings()).toEqual([]);
  });

  it('G7: who takes part already is told and not doubled, under another name of the State as well', async () => {
    const before = await members();
    const answer = await invite([
      government('Republic of Kenya'),
      government('France'),
      government('New delegation', { person: 'Sample person', region: 'weog' }),
      government('New delegation'),
      { name: 'Observatory S', constituency: 'academia' },
    ]);
    const { invited, present } = answer.json();
    expect(present.map((one: { asked: string; delegation: { name: string } }) => one)).toMatchObject([
      { asked: 'Republic of Kenya', delegation: { name: 'Kenya' } },
      { asked: 'France', delegation: { name: 'France' } },
      { asked: 'New delegation', delegation: { name: 'New delegation', region: 'weog' } },
    ]);
    expect(invited.map(({ participant }: ListedMember) => [participant.name, participant.role])).toEqual([
      ['Sample person', 'delegate'],
      ['Delegation of Observatory S', 'stakeholder'],
    ]);
    expect((await members()).length - before.length).toBe(2);
    expect(outcome(await invite([government('France')]))).toEqual([409, 'already-exists']);
  });

  it('G7: a delegation whose people have all left is invited anew and not doubled', async () => {
    const lives = (await members()).find(({ delegation }) => delegation.name === 'Togo') as ListedMember;
    await stage.as('facilitator', 'DELETE' as never, `/members/${lives.participant.id}`);
    const { invited } = (await invite([government('Togolese Republic')])).json();
    expect(invited[0].delegation).toEqual(lives.delegation);
    expect(invited[0].participant.id).not.toBe(lives.participant.id);
  });

  it('H3: sent again with its key, it answers the same links and invites nobody twice', async () => {
    const key = { 'idempotency-key': 'many at once' };
    const first = await invite([government('Delegation A'), government('Delegation B')], key);
    const count = (await members()).length;
    const again = await invite([government('Delegation A'), government('Delegation B')], key);
    expect(first.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect((await members()).length).toBe(count);
  });

  const BAD: readonly (readonly [string, readonly object[], string])[] = [
    ['none', [], 'delegations'],
    [
      'a delegate for no government',
      [government('Delegation C'), { name: 'Company D', constituency: 'private-sector', role: 'delegate' }],
      'delegations.1.role',
    ],
    [
      'a region of no government',
      [{ name: 'Company E', constituency: 'private-sector', region: 'weog' }],
      'delegations.0.region',
    ],
    ['nobody to speak for', [{ name: 'F', role: 'delegate' }], 'delegations.0.constituency'],
    ['a name of two lines', [government('A\nB')], 'delegations.0.name'],
  ];
  it.each(BAD)('G6: %s is refused whole', async (_what, delegations, field) => {
    const count = (await members()).length;
    const answer = await invite(delegations);
    expect(outcome(answer)).toEqual([400, 'invalid-fields']);
    expect(answer.json().fields[0].field).toBe(field);
    expect((await members()).length).toBe(count);
  });
});

describe('changing a delegation', () => {
  const delegationOf = async (person: string) =>
    (await members()).find(({ participant }) => participant.id === person)?.delegation.id as string;

  it('G8: every person of it is recorded anew, and what it was stays in the register', async () => {
    const id = await delegationOf(stage.people.delegate.id);
    const second = await stage.invite('delegate', 'Delegation of delegate');
    await stage.as('facilitator', 'DELETE' as never, `/members/${second.id}`);
    const before = await entries();
    const events = stage.harness.events.length;
    const answer = await change(id, { name: ' Delegation renamed ', region: 'grulac' });
    expect(answer.statusCode, answer.body).toBe(200);
    const { entry } = answer.json();
    expect(entry.row).toMatchObject({
      id,
      name: 'Delegation renamed',
      constituency: 'government',
      region: 'grulac',
      earlier: [{ name: 'Delegation of delegate', constituency: 'government', region: null }],
    });
    const written = (await entries()).slice(before.length);
    expect(written.map(({ act, subject }: { act: string; subject: string }) => [act, subject])).toEqual([
      ['delegation.change', `delegation:${id}@1`],
      ['delegation.change', `participant:${stage.people.delegate.id}`],
      ['delegation.change', `participant:${second.id}`],
    ]);
    expect(await findings()).toEqual([]);
    const told = stage.harness.events.slice(events);
    expect(told.map(({ kind }) => kind)).toEqual(['register-changed', 'members-changed']);
    await change(id, { region: 'weog' });
    const { entries: history } = (await stage.as(null, 'GET', `/register/delegation/${id}/history`)).json();
    expect(
      history.map(({ row }: { row: { earlier: readonly { name: string }[] } }) =>
        row.earlier.map(({ name }) => name),
      ),
    ).toEqual([['Delegation of delegate'], ['Delegation of delegate', 'Delegation renamed']]);
    const { directory } = (await stage.as(null, 'GET', '/register')).json();
    expect(directory.delegations).toContainEqual({
      id,
      name: 'Delegation renamed',
      constituency: 'government',
      region: 'weog',
    });
    expect(await findings()).toEqual([]);
  });

  it('G8: a row altered behind the server’s back is found after a change as before', async () => {
    const id = await delegationOf(stage.people.stakeholder.id);
    await change(id, { name: 'Stakeholder renamed' });
    expect(await findings()).toEqual([]);
    await stage.harness.store.transact(async (rows) => {
      const delegation = await rows.delegations.find(id as never);
      if (delegation === null) throw new Error('lost');
      await rows.delegations.update({ ...delegation, name: 'Somebody else' });
    });
    expect((await findings()).map(({ row }) => row.split(' ').slice(0, 2).join(' '))).toEqual([
      `participant ${stage.people.stakeholder.id}`,
    ]);
    await change(id, { name: 'Stakeholder again' });
    expect(await findings()).toEqual([]);
  });

  it('P8: a constituency suits the roles of all who have access, and takes the regional group with it', async () => {
    const id = await delegationOf(stage.people.drafter.id);
    const toGovernment = await change(id, { constituency: 'government', region: 'weog' });
    expect(toGovernment.json().entry.row).toMatchObject({ constituency: 'government', region: 'weog' });
    const back = await change(id, { constituency: 'academia' });
    expect(back.json().entry.row).toMatchObject({ constituency: 'academia', region: null });
    const nobody = await change(id, { constituency: null });
    expect(nobody.json().fields[0].field).toBe('constituency');
    const delegate = await delegationOf(stage.people.delegate.id);
    const unfit = await change(delegate, { constituency: 'academia' });
    expect(outcome(unfit)).toEqual([400, 'invalid-fields']);
    expect(unfit.json().detail).toContain('Sample delegate');
  });

  it('G8: a name that is taken, a region of no government, no change, and an unknown one are refused', async () => {
    const id = await delegationOf(stage.people.delegate.id);
    expect(outcome(await change(id, { name: 'Kenya' }))).toEqual([409, 'already-exists']);
    const other = await delegationOf(stage.people.observer.id);
    expect((await change(other, { region: 'weog' })).json().fields[0].field).toBe('region');
    expect(outcome(await change(id, {}))).toEqual([400, 'invalid-fields']);
    expect(outcome(await change(id, { region: 'weog' }))).toEqual([400, 'invalid-fields']);
    expect(outcome(await change('none', { name: 'A' }))).toEqual([404, 'not-found']);
    const foreign = await stage.as('delegate', 'PATCH', `/delegations/${id}`, { name: 'A' });
    expect(outcome(foreign)).toEqual([403, 'not-permitted']);
  });

  it('G8: with the closed record a delegation stays as it is', async () => {
    const id = await delegationOf(stage.people.observer.id);
    const { store, clock } = stage.harness;
    await store.transact(async (rows) => {
      const document = await rows.documents.find(stage.id as never);
      if (document === null) throw new Error('lost');
      const at = clock.now();
      const adoption = { version: 'version' as never, at, recordClosedAt: at };
      await rows.documents.update({ ...document, adoption });
    });
    const answer = await change(id, { name: 'Another name' });
    expect(outcome(answer)).toEqual([403, 'not-permitted']);
    expect(answer.json().detail).toContain('(record-closed)');
    expect((await members()).some(({ delegation }) => delegation.name === 'Another name')).toBe(false);
  });
});
