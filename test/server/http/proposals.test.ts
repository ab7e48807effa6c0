import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { removeParagraph } from '../../../shared/text/structure.ts';
import { ADMIN, send, write } from '../harness.ts';
import { asBase, createProposalStage, type ProposalStage, replacing, wording } from '../proposal-stage.ts';

let stage: ProposalStage;
let harness: ProposalStage['harness'];
let id: ProposalStage['id'];
let members: ProposalStage['members'];
let version: ProposalStage['version'];
let url: ProposalStage['url'];
let post: ProposalStage['post'];
let propose: ProposalStage['propose'];
let proposed: ProposalStage['proposed'];
let paragraphs: ProposalStage['paragraphs'];
let paragraph: ProposalStage['paragraph'];
beforeAll(async () => {
  stage = await createProposalStage();
  ({ harness, id, members, version, url, post, propose, proposed, paragraphs, paragraph } = stage);
});
afterAll(() => stage.harness.close());

describe('proposals over HTTP', () => {
  it('M1: a proposer sends edited copies; the server keeps bases as the text says them, and names the changes', async () => {
    const [first, second] = [await paragraph(1), await paragraph(2)];
    const answer = await propose(
      members.delegate,
      [
        replacing(first, 'We recognize the role of women and girls.'),
        { act: 'insert-after', paragraph: second.id, wording: [wording('We invite all to attend.')] },
      ],
      { rationale: ' Inclusive language. ' },
    );
    expect(answer.statusCode, answer.body).toBe(201);
    const { row: made, noun, revision } = answer.json().entry;
    expect({ noun, revision }).toEqual({ noun: 'proposal', revision: 1 });
    expect(made.rationale).toBe('Inclusive language.');
    expect(made.changes[0].base).toEqual({ ...asBase(first), label: first.label });
    expect(made.changes[1].base).toEqual({ ...asBase(second), label: second.label });
    expect(new Set(made.changes.map((change: { id: string }) => change.id)).size).toBe(2);
    const listed = (await send(harness, members.stakeholder.token, 'GET', url('/proposals'))).json();
    const mine = listed.proposals.find((one: { entry: { id: string } }) => one.entry.id === made.id);
    expect(listed.text).toBe('working');
    expect(mine.standing.state).toBe('current');
    expect(mine.standing.changes[0].words).toEqual([
      ['=', 'We recognize the role of women'],
      ['+', ' and girls'],
      ['=', '.'],
    ]);
  });

  const BAD: readonly (readonly [string, () => Promise<object>, string, RegExp])[] = [
    ['no change', async () => ({ changes: [] }), 'invalid-fields', /^changes$/],
    [
      'wording as it stands',
      async () => ({ changes: [replacing(await paragraph(1), (await paragraph(1)).text)] }),
      'invalid-fields',
      /^changes\.0\.wording$/,
    ],
    [
      'keep with wording',
      async () => ({
        changes: [{ act: 'keep', paragraph: (await paragraph(1)).id, wording: [wording('Other.')] }],
      }),
      'invalid-fields',
      /^changes\.0\.wording$/,
    ],
    [
      'a control character',
      async () => ({ changes: [replacing(await paragraph(1), 'We\u0007 ring.')] }),
      'invalid-fields',
      /^changes\.0\.wording\.0\.runs\.0\.text$/,
    ],
    [
      'a line break',
      async () => ({ changes: [replacing(await paragraph(1), 'We\nbreak.')] }),
      'invalid-fields',
      /text$/,
    ],
    [
      'too long',
      async () => ({ changes: [replacing(await paragraph(1), 'We '.repeat(9_000))] }),
      'invalid-fields',
      /text$/,
    ],
    [
      'empty wording',
      async () => ({ changes: [replacing(await paragraph(1), '  ')] }),
      'invalid-fields',
      /^changes\.0\.wording\.0$/,
    ],
    [
      'a paragraph that never was',
      async () => ({
        changes: [{ act: 'replace', paragraph: 'never', wording: [wording('Words.')] }],
      }),
      'text-changed',
      /^changes\.0\.paragraph$/,
    ],
    [
      'a paragraph that is not in the version',
      async () => ({
        text: version,
        changes: [{ act: 'delete', paragraph: 'never' }],
      }),
      'invalid-fields',
      /^changes\.0\.paragraph$/,
    ],
    [
      'a base that the version does not say',
      async () => ({
        text: version,
        changes: [
          { act: 'delete', paragraph: (await paragraph(1)).id, base: wording('Something else entirely.') },
        ],
      }),
      'invalid-fields',
      /^changes\.0\.base$/,
    ],
    [
      'a version that is none',
      async () => ({ text: 'nothing', changes: [{ act: 'delete', paragraph: (await paragraph(1)).id }] }),
      'invalid-fields',
      /^text$/,
    ],
    [
      'one paragraph twice',
      async () => {
        const one = await paragraph(1);
        return { changes: [replacing(one, 'We note women.'), { act: 'delete', paragraph: one.id }] };
      },
      'invalid-fields',
      /^changes\.1\.act$/,
    ],
    [
      'a move to where it stands',
      async () => ({
        changes: [{ act: 'move', paragraph: (await paragraph(2)).id, after: (await paragraph(1)).id }],
      }),
      'invalid-fields',
      /^changes\.0\.after$/,
    ],
    [
      'a field that is none',
      async () => ({ changes: [{ ...replacing(await paragraph(1), 'We.'), html: '<b>' }] }),
      'invalid-fields',
      /html$/,
    ],
    [
      'a group that is none',
      async () => ({ onBehalfOf: 'nobody', changes: [replacing(await paragraph(1), 'We note women.')] }),
      'invalid-fields',
      /^onBehalfOf$/,
    ],
  ];
  it.each(BAD)('M2: refused, naming the field: %s', async (_what, body, code, field) => {
    const before = (await send(harness, ADMIN, 'GET', url('/register'))).json().head;
    const answer = await post(members.delegate, '/proposals', { text: 'working', ...(await body()) });
    expect(answer.json().code, answer.body).toBe(code);
    expect(answer.json().fields[0].field).toMatch(field);
    expect((await send(harness, ADMIN, 'GET', url('/register'))).json().head).toBe(before);
  });

  it('M2: a megabyte is refused as too large', async () => {
    const answer = await propose(members.delegate, [replacing(await paragraph(1), 'We '.repeat(400_000))]);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large']);
  });

  it('M3: words typed on a text that moved on are kept, on the base that was seen, and brought to the text', async () => {
    const third = await paragraph(3);
    const seen = { ...wording('We commit to access to digital technologies for everybody in the world.') };
    const proposal = await proposed(members.delegate, [
      {
        act: 'replace',
        paragraph: third.id,
        base: seen,
        wording: [wording('We commit to access to digital technologies for everybody in the whole world.')],
      },
    ]);
    const one = (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json();
    expect(one.entry.row.changes[0].base.runs).toEqual(seen.runs);
    expect(one.standing.state).toBe('rebased');
    expect(one.standing.changes[0].wording[0][0].runs[0].text).toBe(
      'We commit to affordable access to digital technologies for everybody in the whole world.',
    );
  });

  it('M3: a proposal on a paragraph that is deleted at that moment is kept, and says that the paragraph is gone', async () => {
    await write(harness, id, members.drafter.id, 'We regret.');
    const doomed = (await paragraphs()).at(-1) as LabelledParagraph;
    await harness.rooms.edit(id as never, members.drafter.id as never, (text) => {
      removeParagraph(text, doomed.id);
    });
    const proposal = await proposed(members.delegate, [replacing(doomed, 'We regret deeply.')]);
    const { standing, entry } = (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json();
    expect(standing.state).toBe('paragraph-gone');
    expect(entry.row.changes[0].wording[0].runs[0].text).toBe('We regret deeply.');
    const unseen = await propose(members.delegate, [
      { act: 'replace', paragraph: doomed.id, wording: [wording('We regret.')] },
    ]);
    expect(unseen.json().fields[0].field).toBe('changes.0.base');
  });
});
