import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeclarationActs, declarationActs } from '../declaration-acts.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

type Who = Parameters<RegisterStage['as']>[0];

let stage: RegisterStage;
let wanted: DeclarationActs['wanted'];
let attempt: DeclarationActs['attempt'];
let file: DeclarationActs['file'];
let later: DeclarationActs['later'];
beforeAll(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
  ({ wanted, attempt, file, later } = declarationActs(stage));
});
afterAll(() => stage.close());

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
});
