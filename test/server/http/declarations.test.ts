import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarationsAnswer } from '../../../shared/api/declaration.ts';
import { PHASES } from '../../../shared/model/document.ts';
import { ROLES } from '../../../shared/model/participant.ts';
import { can } from '../../../shared/policy/can.ts';
import { type Member, setPhase } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
});
afterAll(() => stage.close());

const wanted = (more: object = {}) => ({
  kind: 'reservation',
  objects: [{ on: 'paragraph', paragraph: stage.paragraph }],
  statement: { language: 'en', text: 'We reserve our position.' },
  ...more,
});
type Who = Parameters<RegisterStage['as']>[0];
const attempt = (who: Who, more?: object) => stage.as(who, 'POST', '/declarations', wanted(more));
async function file(who: Who, more?: object) {
  const answer = await attempt(who, more);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().entry;
}
const ask = async (query: string) => {
  const answer = await stage.as(null, 'GET', `/declarations?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  // The answer is sent as it was written once: that it has its shape is seen to here.
  expect(declarationsAnswer.safeParse(answer.json()).error).toBeUndefined();
  return answer.json();
};
const delegationOf = async (member: Member) => (await stage.comment(member)).row.by.delegationId;
const later = (minutes: number) => stage.harness.clock.turn(minutes * 60_000);

describe('declarations', () => {
  it('V43: filed with who, for whom and when from the server; labels from the version; warnings beside it', async () => {
    const answer = await attempt('delegate', {
      objects: [
        { on: 'paragraph', paragraph: stage.paragraph },
        { on: 'term', term: ' hate speech ' },
        { on: 'absent', language: 'the spring' },
      ],
      original: { language: 'ar', text: 'نتحفظ على هذه الفقرة.' },
      grounds: ['agreed-language', 'agreed-language'],
      recording: { url: 'https://webtv.example/1', at: 3915 },
    });
    const { entry, warnings } = answer.json();
    expect(entry).toMatchObject({
      noun: 'declaration',
      revision: 1,
      row: {
        holder: { noun: 'delegation', id: entry.row.by.delegationId },
        filed: 'before-adoption',
        joined: [],
        grounds: ['agreed-language'],
        original: { language: 'ar', text: 'نتحفظ على هذه الفقرة.' },
        recording: { url: 'https://webtv.example/1', at: 3915 },
        written: null,
      },
    });
    expect(entry.row.objects[0]).toMatchObject({ on: 'paragraph', label: '1' });
    expect(entry.row.objects[1]).toEqual({ on: 'term', term: 'hate speech' });
    expect(warnings).toEqual([
      { code: 'term-not-found', object: 1 },
      { code: 'language-not-absent', object: 2 },
    ]);
  });

  const BAD: readonly (readonly [string, object, string])[] = [
    ['V41: nothing it is on', { objects: [] }, 'objects'],
    [
      'V41: an unknown paragraph',
      { objects: [{ on: 'paragraph', paragraph: 'none' }] },
      'objects.0.paragraph',
    ],
    ['V43: no words', { statement: { language: 'en', text: ' \u200b ' } }, 'statement.text'],
    ['V43: no language', { statement: { language: 'français!', text: 'Oui.' } }, 'statement.language'],
    ['V43: a script for an address', { written: 'javascript:alert(1)' }, 'written'],
    ['V43: an unknown version', { version: 'none' }, 'version'],
    ['V9: a group that is none', { onBehalfOf: 'none' }, 'onBehalfOf'],
  ];
  for (const [what, more, field] of BAD)
    it(`${what} is refused by name of the field`, async () => {
      const answer = await attempt('delegate', more);
      expect(outcome(answer)).toEqual([400, 'invalid-fields']);
      expect(answer.json().fields[0].field).toBe(field);
    });

  it('H3: sent again with its key it is filed once; markup is kept as the words it is', async () => {
    const words = { statement: { language: 'en', text: '<script>alert(1)</script>\u0007 & more' } };
    const headers = { 'idempotency-key': 'declaration-once' };
    const [first, second] = [
      await stage.as('delegate', 'POST', '/declarations', wanted(words), headers),
      await stage.as('delegate', 'POST', '/declarations', wanted(words), headers),
    ];
    expect(second.json()).toEqual(first.json());
    expect(first.json().entry.row.statement.text).toBe('<script>alert(1)</script> & more');
  });

  it('V44, V45: corrected and withdrawn by its holder alone; every wording stays, with its date', async () => {
    const { id, row } = await file('delegate');
    const correct = (who: Who, text: string) =>
      stage.as(who, 'PUT', `/declarations/${id}`, wanted({ statement: { language: 'en', text } }));
    later(1);
    expect(outcome(await correct('stakeholder', 'Ours now.'))).toEqual([403, 'not-permitted']);
    const corrected = (await correct('delegate', 'We maintain our reservation.')).json();
    expect(corrected).toMatchObject({
      entry: { revision: 2, row: { by: row.by, statement: { text: 'We maintain our reservation.' } } },
      warnings: [],
    });
    expect(corrected.entry.row.correctedAt > row.by.at).toBe(true);
    expect(outcome(await correct('delegate', 'We maintain our reservation.'))).toEqual([
      409,
      'already-exists',
    ]);
    const withdraw = (who: Who) => stage.as(who, 'POST', `/declarations/${id}/withdrawal`);
    expect(outcome(await withdraw('stakeholder'))).toEqual([403, 'not-permitted']);
    later(1);
    const withdrawn = (await withdraw('delegate')).json().entry;
    expect(withdrawn.row.withdrawnAt).toBe(withdrawn.at);
    expect(outcome(await withdraw('delegate'))).toEqual([409, 'withdrawn']);
    expect(outcome(await correct('delegate', 'Once more.'))).toEqual([409, 'withdrawn']);
    const { entries } = (await stage.as(null, 'GET', `/register/declaration/${id}/history`)).json();
    expect(
      entries.map((entry: { row: { statement: { text: string } } }) => entry.row.statement.text),
    ).toEqual(['We reserve our position.', 'We maintain our reservation.', 'We maintain our reservation.']);
    expect(outcome(await stage.as('delegate', 'POST', '/declarations/none/withdrawal'))).toEqual([
      404,
      'not-found',
    ]);
    const { entries: acts } = (await stage.as('facilitator', 'GET', '/audit?limit=500')).json();
    const about = acts.filter(({ subject }: { subject: string }) => subject.startsWith(`declaration:${id}@`));
    expect(about.map(({ act }: { act: string }) => act)).toEqual([
      'declaration.file',
      'declaration.correct',
      'declaration.withdraw',
    ]);
  });

  it('V46: delegations join and leave by themselves, except on paragraphs; who joined earlier words is told', async () => {
    const { id } = await file('delegate', { kind: 'dissociation' });
    const joining = (who: Who, except: readonly string[] = []) =>
      stage.as(who, 'POST', `/declarations/${id}/joining`, { except });
    const other = await stage.invite('delegate', 'Delegation B');
    const b = await delegationOf(other);
    expect(outcome(await joining('delegate'))).toEqual([409, 'already-exists']);
    expect((await joining(other, ['none'])).json().fields[0].field).toBe('except.0');
    const joined = (await joining(other, [stage.paragraph])).json().entry;
    expect(joined.row.joined).toEqual([{ delegationId: b, except: [stage.paragraph], at: joined.at }]);
    expect(outcome(await joining(other, [stage.paragraph]))).toEqual([409, 'already-exists']);
    const excepted = await ask(`paragraph=${stage.paragraph}`);
    const behind = (answer: typeof excepted) =>
      answer.paragraphs[0].diverged
        .filter(({ declarations }: { declarations: string[] }) => declarations.includes(id))
        .map(({ delegation }: { delegation: string }) => delegation);
    expect(behind(excepted)).not.toContain(b);
    later(1);
    expect((await joining(other)).json().entry.row.joined).toHaveLength(1);
    expect(behind(await ask(`paragraph=${stage.paragraph}`))).toContain(b);
    later(1);
    const text = 'We dissociate from it.';
    const body = wanted({ kind: 'dissociation', statement: { language: 'en', text } });
    await stage.as('delegate', 'PUT', `/declarations/${id}`, body);
    const listed = (await ask(`delegation=${b}`)).declarations[0];
    expect(listed).toMatchObject({ id, joinedEarlier: [b] });
    const changed = await stage.as('delegate', 'PUT', `/declarations/${id}`, wanted());
    expect(outcome(changed)).toEqual([409, 'needs-a-look']);
    expect((await stage.as(other, 'POST', `/declarations/${id}/leaving`)).json().entry.row.joined).toEqual(
      [],
    );
    expect(outcome(await stage.as(other, 'POST', `/declarations/${id}/leaving`))).toEqual([404, 'not-found']);
    expect((await ask(`delegation=${b}`)).declarations).toEqual([]);
  });

  it('V9, V110, V111: a group speaks through its spokesperson, for whom it spoke for when it was filed', async () => {
    const [c, d, e] = [
      await stage.invite('delegate', 'Delegation C'),
      await stage.invite('delegate', 'Delegation D'),
      await stage.invite('delegate', 'Delegation E'),
    ];
    const [idC, idD, idE] = [await delegationOf(c), await delegationOf(d), await delegationOf(e)];
    const group = (
      await stage.as('facilitator', 'POST', '/groups', {
        name: 'Sample group',
        members: [{ delegationId: idC }, { delegationId: idD }],
        spokesperson: idC,
      })
    ).json().entry.id;
    const asGroup = { kind: 'dissociation', onBehalfOf: group };
    expect(outcome(await attempt(d, asGroup))).toEqual([403, 'not-permitted']);
    expect(outcome(await attempt(e, asGroup))).toEqual([400, 'invalid-fields']);
    later(1);
    const { id, row } = await file(c, asGroup);
    expect(row).toMatchObject({
      holder: { noun: 'group', id: group },
      by: { delegationId: idC, onBehalfOf: group },
    });
    later(1);
    // Who comes later, and who goes, changes nothing of what was said before.
    await stage.as('facilitator', 'PUT', `/groups/${group}`, {
      name: 'Sample group',
      members: [{ delegationId: idC }, { delegationId: idE, from: '2020-01-01T00:00:00Z' }],
      spokesperson: idC,
    });
    expect(
      (await stage.as(d, 'POST', `/declarations/${id}/joining`, { except: [stage.paragraph] })).statusCode,
    ).toBe(200);
    const { declarations, paragraphs } = await ask(`paragraph=${stage.paragraph}&rows=ids`);
    const mine = declarations.find((one: { id: string }) => one.id === id);
    expect(mine).toMatchObject({
      row: null,
      governmental: true,
      voices: [
        { delegation: idC, through: 'membership', except: [] },
        { delegation: idD, through: 'joined', except: [stage.paragraph] },
      ],
    });
    const behind = paragraphs[0].diverged.flatMap((one: { delegation: string; declarations: string[] }) =>
      one.declarations.includes(id) ? [one.delegation] : [],
    );
    expect(behind).toEqual([idC]);
    expect((await ask(`delegation=${idC}`)).delegation).toEqual([
      { declaration: id, how: 'through-group', group, except: [] },
    ]);
    expect((await ask(`delegation=${idE}`)).delegation).toEqual([]);
  });

  it('V47, V50: what others than governments filed is counted apart; a term is answered with where it stands', async () => {
    const { id } = await file('stakeholder', { objects: [{ on: 'term', term: 'Spring' }] });
    const { term, declarations, paragraphs } = await ask('term=spring');
    expect(term.occurrences).toEqual([{ paragraph: stage.paragraph, label: '1', start: 31, end: 37 }]);
    expect(term.declarations).toContainEqual({ declaration: id, as: 'Spring' });
    expect(declarations.find((one: { id: string }) => one.id === id).governmental).toBe(false);
    expect(paragraphs[0].nonGovernmental).toEqual([{ kind: 'reservation', declarations: 1, delegations: 1 }]);
  });

  it('V114: each of the three questions has its answer, and asked together they narrow each other', async () => {
    const [f, g] = [
      await stage.invite('delegate', 'Delegation F'),
      await stage.invite('delegate', 'Delegation G'),
    ];
    const [idF, idG] = [await delegationOf(f), await delegationOf(g)];
    const onPlace = await file(f);
    const onTerm = await file(f, { objects: [{ on: 'term', term: 'spring' }] });
    const onText = await file(f, { objects: [{ on: 'text' }] });
    const ofOther = await file(g, { kind: 'dissociation' });
    const explained = await file(g, { kind: 'explanation-of-position' });
    const place = `paragraph=${stage.paragraph}`;
    const mine = [onPlace, onTerm, onText, ofOther, explained].map(({ id }) => id);
    const found = (answer: { declarations: { id: string }[] }) =>
      mine.filter((id) => answer.declarations.some((one) => one.id === id));

    const at = await ask(place);
    const diverged = new Map(
      at.paragraphs[0].diverged.map((one: { delegation: string; declarations: string[] }) => [
        one.delegation,
        one.declarations,
      ]),
    );
    expect(diverged.get(idF)).toEqual(expect.arrayContaining([onPlace.id, onTerm.id]));
    expect(diverged.get(idF)).not.toContain(onText.id);
    // An explanation of position stands there and diverges from nothing.
    expect(diverged.get(idG)).toEqual([ofOther.id]);
    expect(found(at)).toEqual([onPlace.id, onTerm.id, ofOther.id, explained.id]);

    const said = await ask(`delegation=${idF}`);
    expect(found(said)).toEqual([onPlace.id, onTerm.id, onText.id]);
    expect(said.delegation.map(({ how }: { how: string }) => how)).toEqual(['itself', 'itself', 'itself']);

    expect(found(await ask('term=spring'))).toEqual([onTerm.id]);
    expect(found(await ask(`${place}&delegation=${idF}`))).toEqual([onPlace.id, onTerm.id]);
    expect(found(await ask(`${place}&delegation=${idF}&term=spring`))).toEqual([onTerm.id]);
    expect(found(await ask(`${place}&delegation=${idG}&term=spring`))).toEqual([]);
  });

  it('V113: on a later version it is counted where the words are the same, and told where they are not', async () => {
    const { id } = await file('delegate', { statement: { language: 'en', text: 'On the first version.' } });
    const first = (await ask('')).version.id;
    const { rooms } = stage.harness;
    await rooms.edit(stage.id as never, stage.people.drafter.id as never, (text) => {
      text.insert(text.length, ' And in autumn.');
    });
    await stage.as('facilitator', 'POST', '/versions', { stage: 'revision', name: 'Rev.1' });
    const after = await ask('');
    expect(after.version.id).not.toBe(first);
    const placeIn = (answer: typeof after) =>
      answer.paragraphs[0].places.find(({ declaration }: { declaration: string }) => declaration === id);
    expect(placeIn(after)?.words).toBe('other');
    expect(placeIn(await ask(`version=${first}`))?.words).toBe('same');
    const { id: onSecond } = await file('delegate', { kind: 'explanation-of-position', objects: [] });
    expect((await ask('')).whole).toContain(onSecond);
    const before = await ask(`version=${first}`);
    expect(before.whole).not.toContain(onSecond);
    expect(before.declarations.map((one: { id: string }) => one.id)).toContain(onSecond);
  });
});

describe('permission for declarations', () => {
  for (const phase of PHASES)
    it(`P1: in ${phase}, every role may do exactly what the table says`, async () => {
      await setPhase(stage.harness, stage.id, 'negotiation');
      const { id } = await file(await stage.invite('delegate', 'Delegation F'));
      await setPhase(stage.harness, stage.id, phase);
      for (const role of ROLES) {
        const may = can({ role, constituency: null }, 'declaration.file', {
          phase,
          workingText: 'participants',
          register: 'public',
        }).allowed;
        const answers = [
          await attempt(role),
          await stage.as(role, 'POST', `/declarations/${id}/joining`, {}),
          await stage.as(role, 'POST', `/declarations/${id}/leaving`),
        ];
        for (const answer of answers)
          if (may) expect(answer.statusCode, `${role}: ${answer.body}`).toBeLessThan(300);
          else expect(outcome(answer)).toEqual([403, 'not-permitted']);
        expect((await stage.as(role, 'GET', '/declarations')).statusCode).toBe(200);
      }
    });

  it('V40, V76: after adoption it speaks of the adopted text; after the closing of the record nothing changes', async () => {
    await setPhase(stage.harness, stage.id, 'negotiation');
    const early = await file('delegate', { statement: { language: 'en', text: 'Before.' } });
    const { store, clock } = stage.harness;
    const versions = (await stage.as('facilitator', 'GET', '/versions')).json().versions;
    const adopt = (recordClosedAt: string | null) =>
      store.transact(async (rows) => {
        const document = await rows.documents.find(stage.id as never);
        if (document === null) throw new Error('no document');
        const by = { ...early.row.by, onBehalfOf: null };
        const adopted = { version: versions.at(-1).id, recordClosedAt } as never as {
          version: never;
          recordClosedAt: never;
        };
        const row = { id: stage.id, documentId: stage.id, ...adopted, manner: 'consensus', votes: null };
        const whole = { ...row, date: clock.now(), symbol: '', by } as never;
        await rows.register.append(stage.id as never, 'adoption', stage.id, whole, clock.now());
        await rows.documents.update({
          ...document,
          phase: 'adoption',
          adoption: { ...adopted, at: clock.now() },
        });
      });
    await adopt(null);
    const late = await file('delegate', { statement: { language: 'en', text: 'After.' } });
    expect(late.row).toMatchObject({ filed: 'after-adoption', version: versions.at(-1).id });
    const elsewhere = await attempt('delegate', { version: versions[0].id });
    expect(elsewhere.json().fields[0].field).toBe('version');
    expect((await ask('')).version).toMatchObject({ id: versions.at(-1).id, adopted: true });
    await adopt(clock.now());
    const change = { ...wanted(), statement: { language: 'en', text: 'Too late.' } };
    for (const answer of [
      await attempt('delegate'),
      await stage.as('delegate', 'PUT', `/declarations/${late.id}`, change),
      await stage.as('delegate', 'POST', `/declarations/${late.id}/withdrawal`),
      await stage.as('stakeholder', 'POST', `/declarations/${late.id}/joining`, {}),
    ]) {
      expect(outcome(answer)).toEqual([403, 'not-permitted']);
      expect(answer.json().detail).toContain('record-closed');
    }
  });
});
