import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHASES } from '../../../shared/model/document.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { ROLES, type Role } from '../../../shared/model/participant.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import { can } from '../../../shared/policy/can.ts';
import { removeParagraph } from '../../../shared/text/structure.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from '../harness.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;
let version: string;
beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { workingText: 'participants' });
  members = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  for (const words of [
    'We recognize the role of women.',
    'We decide to meet again.',
    'We commit to affordable access to digital technologies for everybody in the world.',
  ])
    await write(harness, id, members.drafter.id, words);
  const body = { stage: 'zero', name: 'Zero draft' };
  version = (await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, body)).json().id;
});
afterAll(() => harness.close());

const url = (path: string) => `/api/documents/${id}${path}`;
const paragraphs = async (): Promise<LabelledParagraph[]> =>
  (await send(harness, ADMIN, 'GET', url('/text'))).json().paragraphs;
const paragraph = async (k: number) => (await paragraphs())[k] as LabelledParagraph;
const asBase = ({ kind, level, runs }: LabelledParagraph) => ({ kind, level, runs });
const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
const post = (member: Member, path: string, body: object = {}, method: 'POST' | 'PATCH' = 'POST') =>
  send(harness, member.token, method, url(path), body);
const propose = (member: Member, changes: readonly object[], more: object = {}) =>
  post(member, '/proposals', { text: 'working', changes, ...more });
async function proposed(member: Member, changes: readonly object[], more: object = {}): Promise<string> {
  const answer = await propose(member, changes, more);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().entry.id;
}
const replacing = (one: LabelledParagraph, text: string) => ({
  act: 'replace',
  paragraph: one.id,
  base: asBase(one),
  wording: [wording(text)],
});
const row = async (proposal: string): Promise<Proposal> =>
  (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().entry.row;

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

  it('M4: its proposer edits a proposal; revisions stay; others may not', async () => {
    const first = await paragraph(1);
    const proposal = await proposed(members.delegate, [replacing(first, 'We recognize women.')]);
    const before = await row(proposal);
    const body = { changes: [replacing(first, 'We recognize all women.')], rationale: 'Clearer.' };
    expect((await post(members.stakeholder, `/proposals/${proposal}`, body, 'PATCH')).statusCode).toBe(403);
    const edited = await post(members.delegate, `/proposals/${proposal}`, body, 'PATCH');
    expect(edited.json().entry).toMatchObject({ revision: 2, row: { rationale: 'Clearer.' } });
    expect(edited.json().entry.row.changes[0].id).toBe(before.changes[0]?.id);
    const history = (await send(harness, ADMIN, 'GET', url(`/register/proposal/${proposal}/history`))).json();
    expect(history.entries).toHaveLength(2);
    expect(history.entries[0].row.changes).toEqual(before.changes);
  });

  it('M5: a withdrawn proposal stays on record and takes no further act', async () => {
    const proposal = await proposed(members.delegate, [replacing(await paragraph(1), 'We recognize.')]);
    expect((await post(members.stakeholder, `/proposals/${proposal}/withdrawal`)).statusCode).toBe(403);
    const answer = await post(members.delegate, `/proposals/${proposal}/withdrawal`);
    expect(answer.json().entry.row.withdrawnAt).toEqual(expect.any(String));
    for (const path of ['/withdrawal', '/sponsorships'])
      expect((await post(members.stakeholder, `/proposals/${proposal}${path}`)).json().code).toBe(
        'withdrawn',
      );
    const taken = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted',
      revision: 2,
    });
    expect(taken.json().code).toBe('withdrawn');
  });

  it('M6: a private proposal is its delegation’s alone until the head submits it', async () => {
    const second = await newMember(harness, id, 'delegate', 'Second delegate');
    const proposal = await proposed(second, [replacing(await paragraph(1), 'We recognize privately.')], {
      visibility: 'delegation',
    });
    const seen = async (member: Member) =>
      (await send(harness, member.token, 'GET', url(`/proposals/${proposal}`))).statusCode;
    expect([
      await seen(members.delegate),
      await seen(members.facilitator),
      await seen(members.stakeholder),
    ]).toEqual([200, 404, 404]);
    const submit = (member: Member) => post(member, `/proposals/${proposal}/submission`);
    expect((await submit(second)).statusCode).toBe(403);
    expect((await submit(members.stakeholder)).statusCode).toBe(404);
    expect((await submit(members.delegate)).json().entry.row.visibility).toBe('public');
    expect(await seen(members.stakeholder)).toBe(200);
  });

  it('M7: a delegation asks to co-sponsor, the proposer accepts or declines, a sponsor leaves', async () => {
    const proposal = await proposed(members.delegate, [replacing(await paragraph(1), 'We value women.')]);
    const asked = await post(members.stakeholder, `/proposals/${proposal}/sponsorships`);
    const [sponsor] = asked.json().entry.row.sponsors;
    expect(sponsor).toMatchObject({ state: 'asked', askedBy: members.stakeholder.id });
    expect((await post(members.stakeholder, `/proposals/${proposal}/sponsorships`)).statusCode).toBe(409);
    expect((await post(members.delegate, `/proposals/${proposal}/sponsorships`)).statusCode).toBe(409);
    const answer = (member: Member, state: string) =>
      post(member, `/proposals/${proposal}/sponsorships/${sponsor.delegationId}`, { state });
    expect((await answer(members.stakeholder, 'accepted')).statusCode).toBe(403);
    expect((await answer(members.delegate, 'left')).statusCode).toBe(403);
    expect((await answer(members.delegate, 'accepted')).json().entry.row.sponsors[0].state).toBe('accepted');
    expect((await answer(members.delegate, 'declined')).json().code).toBe('already-decided');
    expect((await answer(members.stakeholder, 'left')).json().entry.row.sponsors[0].state).toBe('left');
    const again = await post(members.stakeholder, `/proposals/${proposal}/sponsorships`);
    expect(again.json().entry.row.sponsors).toHaveLength(1);
  });

  it('M8: facilitators offer other wording; the proposer answers; a later offer replaces an open one', async () => {
    const first = await paragraph(1);
    const proposal = await proposed(members.delegate, [replacing(first, 'We celebrate women.')]);
    const offer = (text: string, one = first) =>
      post(members.facilitator, `/proposals/${proposal}/compromise`, {
        changes: [replacing(one, text)],
        reason: 'Closer to agreed language.',
      });
    const answer = (accepted: boolean, reason = '') =>
      post(members.delegate, `/proposals/${proposal}/compromise/answer`, { accepted, reason });
    expect((await answer(true)).statusCode).toBe(404);
    expect((await offer('We welcome.', await paragraph(2))).json().fields[0].field).toBe(
      'changes.0.paragraph',
    );
    await offer('We honour women.');
    expect((await answer(false)).json().fields[0].field).toBe('reason');
    await offer('We welcome the contribution of women.');
    const accepted = (await answer(true)).json().entry.row.compromises;
    expect(accepted.map((one: { answer: unknown }) => one.answer !== null)).toEqual([false, true]);
    expect((await answer(true)).json().code).toBe('already-decided');
    const stands = (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().standing;
    expect(stands.changes[0].wording[0][0].runs[0].text).toBe('We welcome the contribution of women.');
    expect((await post(members.delegate, `/proposals/${proposal}/compromise`, {})).statusCode).toBe(400);
  });

  it('M9: competing proposals are told as colliding, combining or the same', async () => {
    await write(
      harness,
      id,
      members.drafter.id,
      'We call upon all States to protect children and to share data.',
    );
    const last = (await paragraphs()).at(-1) as LabelledParagraph;
    const say = (text: string) => proposed(members.delegate, [replacing(last, text)]);
    const a = await say('We call upon all States to protect children online and to share data.');
    const b = await say('We call upon all States to protect children and to share open data.');
    const c = await say('We call upon all States to protect every child and to share data.');
    const { collisions } = (await send(harness, ADMIN, 'GET', url('/proposals'))).json();
    const met = (one: string, other: string) =>
      collisions.find(
        (pair: { one: { proposal: string }; other: { proposal: string } }) =>
          pair.one.proposal === one && pair.other.proposal === other,
      );
    expect(met(a, b).meeting).toBe('combine');
    expect(met(b, c).meeting).toBe('combine');
    expect(met(a, c).meeting).toBe('collide');
    const [{ start, end }] = met(a, c).overlaps;
    expect(last.text.slice(start, end)).toContain('children');
  });

  it('M13: an amendment to an amendment follows it, and is brought to the text through it', async () => {
    await write(harness, id, members.drafter.id, 'We encourage research on artificial intelligence.');
    const last = (await paragraphs()).at(-1) as LabelledParagraph;
    const parentText = 'We encourage open and responsible research on artificial intelligence.';
    const parent = await proposed(members.delegate, [replacing(last, parentText)]);
    const amendment = (text: string) => ({ act: 'replace', paragraph: last.id, wording: [wording(text)] });
    const wrong = await propose(
      members.stakeholder,
      [{ ...amendment('Other.'), base: wording('Never said.') }],
      { amends: parent },
    );
    expect(wrong.json().fields[0].field).toBe('changes.0.base');
    const child = await proposed(
      members.stakeholder,
      [amendment('We encourage open and responsible research on artificial intelligence for everybody.')],
      { amends: parent },
    );
    const at = async () => (await send(harness, ADMIN, 'GET', url(`/proposals/${child}`))).json();
    expect((await at()).entry.row.changes[0].base.runs[0].text).toBe(parentText);
    await post(
      members.delegate,
      `/proposals/${parent}`,
      {
        changes: [
          replacing(last, 'We strongly encourage open and responsible research on artificial intelligence.'),
        ],
      },
      'PATCH',
    );
    const { standing } = await at();
    expect(standing.changes[0].wording[0][0].runs[0].text).toBe(
      'We strongly encourage open and responsible research on artificial intelligence for everybody.',
    );
    const taken = await post(members.facilitator, `/proposals/${parent}/acceptance`, {
      decision: 'accepted',
      revision: 2,
    });
    expect(taken.statusCode, taken.body).toBe(201);
    const after = await at();
    expect(after.standing.state).toBe('rebased');
    const child201 = await post(members.facilitator, `/proposals/${child}/acceptance`, {
      decision: 'accepted',
      revision: 1,
    });
    expect(child201.statusCode, child201.body).toBe(201);
    expect((await paragraphs()).at(-1)?.text).toBe(
      'We strongly encourage open and responsible research on artificial intelligence for everybody.',
    );
  });

  for (const phase of PHASES)
    it(`M30: in ${phase}, each role may do with proposals exactly what the table says`, async () => {
      await setPhase(harness, id, 'drafting');
      const first = await paragraph(1);
      for (const role of ROLES) {
        await setPhase(harness, id, 'drafting');
        const proposal = await proposed(members.delegate, [
          { act: 'insert-after', paragraph: first.id, wording: [wording(`${phase} ${role}`)] },
        ]);
        await setPhase(harness, id, phase);
        const document = { phase, workingText: 'participants', register: 'participants' } as const;
        const may = (action: Parameters<typeof can>[1]) =>
          can({ role, constituency: null }, action, document).allowed;
        const writing = await propose(members[role], [{ act: 'delete', paragraph: first.id }]);
        expect(writing.statusCode, writing.body).toBe(may('proposal.write') ? 201 : 403);
        const offering = await post(members[role], `/proposals/${proposal}/compromise`, {
          changes: [{ act: 'insert-after', paragraph: first.id, wording: [wording('Offered.')] }],
          reason: 'A reason.',
        });
        expect(offering.statusCode, offering.body).toBe(may('disposition.decide') ? 200 : 403);
        const taking = await post(members[role], `/proposals/${proposal}/acceptance`, {
          decision: 'accepted',
          revision: (await send(harness, ADMIN, 'GET', url(`/proposals/${proposal}`))).json().entry.revision,
        });
        const takes = may('disposition.decide') && may('text.write');
        expect(taking.statusCode, taking.body).toBe(takes ? 201 : 403);
      }
      await setPhase(harness, id, 'drafting');
    });

  it('M31: whoever may not see the working text proposes on versions, and sees nothing made on the working text', async () => {
    const first = await paragraph(1);
    const onWorking = await proposed(members.drafter, [{ act: 'keep', paragraph: first.id }]);
    await send(harness, ADMIN, 'PATCH', url(''), { workingText: 'team' });
    const refused = await propose(members.delegate, [{ act: 'keep', paragraph: first.id }]);
    expect([refused.statusCode, refused.json().detail]).toEqual([403, expect.stringContaining('text.view')]);
    const onVersion = await propose(
      members.delegate,
      [{ act: 'replace', paragraph: first.id, wording: [wording('We recognize on the version.')] }],
      { text: 'latest' },
    );
    expect(onVersion.statusCode, onVersion.body).toBe(201);
    const listed = (await send(harness, members.delegate.token, 'GET', url('/proposals'))).json();
    expect(listed.text).toBe(version);
    expect(listed.proposals.map((one: { entry: { id: string } }) => one.entry.id)).not.toContain(onWorking);
    await send(harness, ADMIN, 'PATCH', url(''), { workingText: 'participants' });
  });
});
