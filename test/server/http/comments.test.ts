import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INPUT_BODY_BYTES, INPUT_BURST, INPUT_LENGTH } from '../../../shared/api/limits.ts';
import { send, write } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage, WHOLE, WORDS } from '../register-stage.ts';

let stage: RegisterStage;
beforeAll(async () => {
  stage = await createRegisterStage();
});
afterAll(() => stage.close());

const onWords = (exact: string, over: object = {}) => ({
  noun: 'text',
  anchor: {
    scope: 'words',
    text: 'working',
    paragraph: stage.paragraph,
    start: WORDS.indexOf(exact),
    end: WORDS.indexOf(exact) + exact.length,
    quote: { exact },
    ...over,
  },
});
const comment = (body: object, headers?: Record<string, string>) =>
  stage.as('delegate', 'POST', '/comments', { on: WHOLE, text: 'Why?', ...body }, headers);

describe('writing comments', () => {
  it('D1: words, a paragraph, the whole text and what is missing, live or published', async () => {
    const { paragraph } = stage;
    for (const text of ['working', 'latest'])
      for (const anchor of [
        onWords('meet again', { text }).anchor,
        { scope: 'paragraph', text, paragraph },
        { scope: 'text', text },
        { scope: 'absent', text, paragraph },
        { scope: 'absent', text, paragraph: null },
      ]) {
        const answer = await comment({ on: { noun: 'text', anchor } });
        expect(answer.statusCode, answer.body).toBe(201);
        const { row } = answer.json().entry;
        expect(row).toMatchObject({ kind: 'comment', nature: 'substantive', visibility: 'public' });
        expect(row.by.participantId).toBe(stage.people.delegate.id);
        expect(row.on.anchor.scope).toBe(anchor.scope);
      }
  });

  it('D2: label, context and relative positions are those of the text, whatever is sent', async () => {
    const on = onWords('meet again', { label: '99', relative: { start: 'AAA', end: 'BBB' } });
    Object.assign(on.anchor.quote, { prefix: 'forged ', suffix: ' forged' });
    const { row } = (await comment({ on })).json().entry;
    expect(row.on.anchor).toMatchObject({
      label: '1',
      quote: { exact: 'meet again', prefix: 'We decide to ', suffix: ' in the spring.' },
    });
    expect(row.on.anchor.relative.start.length).toBeGreaterThan(4);
    const version = (await comment({ on: onWords('spring', { text: 'latest' }) })).json().entry.row;
    expect(version.on.anchor).toMatchObject({ relative: null, quote: { exact: 'spring' } });
    expect(version.on.anchor.text).not.toBe('latest');
  });

  it('D3: words that moved on meanwhile are followed; where they are gone, it says so and keeps nothing', async () => {
    const { harness, id, people } = await createRegisterStage();
    const url = `/api/documents/${id}`;
    const read = async () => (await send(harness, people.drafter.token, 'GET', `${url}/text`)).json();
    const before = (await read()).paragraphs.find(({ text }: { text: string }) => text === WORDS);
    const at = (start: number, exact: string) => ({
      scope: 'words',
      text: 'working',
      paragraph: before.id,
      start,
      end: start + exact.length,
      quote: { exact, prefix: WORDS.slice(0, start), suffix: WORDS.slice(start + exact.length) },
    });
    const edited = await harness.rooms.edit(id as never, people.drafter.id as never, (text) => {
      // Two markers stand before: that of the empty first paragraph and this one's own.
      text.insert(2, '(Chapeau) ');
    });
    expect(edited.ok).toBe(true);
    const post = (anchor: object) =>
      send(harness, people.delegate.token, 'POST', `${url}/comments`, {
        on: { noun: 'text', anchor },
        text: 'Why?',
      });
    const followed = (await post(at(13, 'meet again'))).json().entry.row.on.anchor;
    expect(followed).toMatchObject({ start: 23, end: 33, quote: { exact: 'meet again' } });
    const gone = await post(at(13, 'never to meet'));
    expect(outcome(gone)).toEqual([409, 'text-changed']);
    expect(gone.json().fields[0].field).toBe('on.anchor.quote');
    await harness.close();
  });

  it('D4: line breaks and tabs stay, other control characters go, markup is only characters', async () => {
    const text = '  <script>alert("x")</script>\r\n\t&amp; **bold**\u0000\u0007\u2028last\uD800 line\u000b. ';
    const { row } = (await comment({ text })).json().entry;
    expect(row.text).toBe('<script>alert("x")</script>\n\t&amp; **bold**\nlast\uFFFD line\n.');
    const answer = await comment({ text });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('D5: a long joint submission fits, in any script', async () => {
    for (const character of ['x', '字', '\u0001'.padEnd(2, 'é')]) {
      const answer = await comment({ text: character.repeat(INPUT_LENGTH / character.length) });
      expect(answer.statusCode).toBe(201);
    }
  });

  const unknown = 'no-such-paragraph';
  const BAD: readonly (readonly [string, () => object, number, string, string?])[] = [
    ['nothing', () => ({ text: '' }), 400, 'invalid-fields', 'text'],
    ['white space', () => ({ text: ' \n\t ' }), 400, 'invalid-fields', 'text'],
    ['invisible characters', () => ({ text: '\u200b\u2060\u0000' }), 400, 'invalid-fields', 'text'],
    ['a text too long', () => ({ text: 'x'.repeat(INPUT_LENGTH + 1) }), 400, 'invalid-fields', 'text'],
    ['1 MB', () => ({ text: 'x'.repeat(INPUT_BODY_BYTES) }), 413, 'too-large'],
    ['no text', () => ({ text: undefined }), 400, 'invalid-fields', 'text'],
    ['an unknown kind', () => ({ kind: 'shout' }), 400, 'invalid-fields', 'kind'],
    ['an unknown nature', () => ({ nature: 'rude' }), 400, 'invalid-fields', 'nature'],
    ['a signature', () => ({ by: {} }), 400, 'invalid-fields', 'by'],
    ['a date', () => ({ at: '2020-01-01T00:00:00.000Z' }), 400, 'invalid-fields', 'at'],
    [
      'an unknown paragraph',
      () => ({ on: onWords('meet', { paragraph: unknown }) }),
      404,
      'not-found',
      'on.anchor.paragraph',
    ],
    [
      'words outside the text',
      () => ({ on: onWords('meet', { start: 496, end: 500 }) }),
      400,
      'invalid-fields',
      'on.anchor.start',
    ],
    ['words the wrong way round', () => ({ on: onWords('meet', { end: 1 }) }), 400, 'invalid-fields'],
    [
      'an offset below nothing',
      () => ({ on: onWords('meet', { start: -1 }) }),
      400,
      'invalid-fields',
      'on.anchor.start',
    ],
    [
      'other words than stand there',
      () => ({ on: onWords('meet', { quote: { exact: 'part' } }) }),
      409,
      'text-changed',
      'on.anchor.quote',
    ],
    [
      'other words of a version',
      () => ({ on: onWords('meet', { text: 'latest', quote: { exact: 'part' } }) }),
      409,
      'text-changed',
      'on.anchor.quote',
    ],
    [
      'an unknown version',
      () => ({ on: onWords('meet', { text: 'none' }) }),
      400,
      'invalid-fields',
      'on.anchor.text',
    ],
    [
      'a line number',
      () => ({ on: { noun: 'text', anchor: { scope: 'line', line: 3 } } }),
      400,
      'invalid-fields',
    ],
    ['an unknown proposal', () => ({ on: { noun: 'proposal', id: 'none' } }), 400, 'invalid-fields', 'on.id'],
    [
      'an unknown delegation',
      () => ({ addressed: { delegations: ['none'] } }),
      400,
      'invalid-fields',
      'addressed.delegations',
    ],
    [
      'an unknown group',
      () => ({ addressed: { groups: ['none'] } }),
      400,
      'invalid-fields',
      'addressed.groups',
    ],
    ['on behalf of nobody', () => ({ onBehalfOf: 'none' }), 400, 'invalid-fields', 'onBehalfOf'],
  ];

  for (const [what, body, status, code, field] of BAD)
    it(`D6: ${what} gets a clear answer and leaves nothing`, async () => {
      const head = async () => (await stage.as('delegate', 'GET', '/register')).json().head;
      const before = await head();
      const answer = await comment(body());
      expect(outcome(answer)).toEqual([status, code]);
      expect(answer.json().detail).not.toBe('');
      if (field !== undefined)
        expect(answer.json().fields.map((wrong: { field: string }) => wrong.field)).toContain(field);
      expect(await head()).toBe(before);
    });

  it('H3: sent twice with one key it is written once; another text with that key is a conflict', async () => {
    const key = { 'idempotency-key': 'one-comment' };
    const [first, again] = await Promise.all([
      comment({ text: 'Once' }, key),
      comment({ text: 'Once' }, key),
    ]);
    expect(first.json()).toEqual(again.json());
    const { entries } = (await stage.as('delegate', 'GET', '/register')).json();
    const once = entries.filter(({ row }: { row: { text?: string } }) => row.text === 'Once');
    expect(once).toHaveLength(1);
    expect(outcome(await comment({ text: 'Twice' }, key))).toEqual([409, 'idempotency-conflict']);
  });

  it('D7: a comment on a working text that one may not see is refused, and does not tell what stands there', async () => {
    const shut = await createRegisterStage({ workingText: 'team' });
    for (const paragraph of [shut.paragraph, unknown]) {
      const anchor = { scope: 'paragraph', text: 'working', paragraph };
      const body = { on: { noun: 'text', anchor }, text: 'Why?' };
      expect(outcome(await shut.as('delegate', 'POST', '/comments', body))).toEqual([403, 'not-permitted']);
      expect((await shut.as('drafter', 'POST', '/comments', body)).statusCode).toBe(
        paragraph === unknown ? 404 : 201,
      );
    }
    const { entries } = (await shut.as('delegate', 'GET', '/register')).json();
    expect(entries.filter(({ noun }: { noun: string }) => noun === 'comment')).toEqual([]);
    await shut.close();
  });

  it('D8: a flood is stopped with a time to wait, keeps nothing, and stops nobody else', async () => {
    const flooded = await createRegisterStage();
    const post = (who: 'delegate' | 'stakeholder') =>
      flooded.as(who, 'POST', '/comments', { on: WHOLE, text: 'Again' });
    const head = async () => (await flooded.as('delegate', 'GET', '/register')).json().head;
    const before = await head();
    for (let n = 0; n < INPUT_BURST; n += 1) expect((await post('delegate')).statusCode).toBe(201);
    const refused = await post('delegate');
    expect(outcome(refused)).toEqual([429, 'too-many-requests']);
    const wait = Number(refused.headers['retry-after']);
    expect(refused.json().detail).toContain(`in ${wait} seconds`);
    expect((await head()) - before).toBe(INPUT_BURST);
    expect((await post('stakeholder')).statusCode).toBe(201);
    flooded.harness.clock.turn(wait * 1000);
    expect((await post('delegate')).statusCode).toBe(201);
    await flooded.close();
  });

  it('D9: everything written is on record in the audit log, and told by its number alone', async () => {
    const { harness } = stage;
    harness.events.length = 0;
    const { id, seq } = await stage.comment('stakeholder', { text: 'A secret word' });
    expect(harness.events).toEqual([
      { documentId: stage.id, at: expect.any(String), kind: 'register-changed', head: seq },
    ]);
    const { head } = (await stage.as('facilitator', 'GET', '/audit')).json();
    const { entries } = (await stage.as('facilitator', 'GET', `/audit?after=${head.seq - 1}`)).json();
    expect(entries).toMatchObject([{ act: 'comment.write', subject: `comment:${id}@1` }]);
  });

  it('D3: a paragraph in which others are typing can be commented as a whole', async () => {
    await write(stage.harness, stage.id, stage.people.drafter.id, 'More.');
    const anchor = {
      scope: 'paragraph',
      text: 'working',
      paragraph: stage.paragraph,
      quote: { exact: 'We decide to meet' },
    };
    const { row } = await stage.comment('delegate', { on: { noun: 'text', anchor } });
    expect(row.on).toMatchObject({ anchor: { quote: { exact: WORDS } } });
  });
});
