import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeclarationActs, declarationActs } from '../declaration-acts.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

type Who = Parameters<RegisterStage['as']>[0];

let stage: RegisterStage;
let wanted: DeclarationActs['wanted'];
let attempt: DeclarationActs['attempt'];
let file: DeclarationActs['file'];
let ask: DeclarationActs['ask'];
let delegationOf: DeclarationActs['delegationOf'];
let later: DeclarationActs['later'];
beforeAll(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
  ({ wanted, attempt, file, ask, delegationOf, later } = declarationActs(stage));
});
afterAll(() => stage.close());

describe('declarations', () => {
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
