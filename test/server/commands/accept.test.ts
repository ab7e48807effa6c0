import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Role } from '../../../shared/model/participant.ts';
import { placesOf } from '../../../shared/text/places.ts';
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
beforeEach(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { workingText: 'participants' });
  members = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  await write(
    harness,
    id,
    members.drafter.id,
    'We recognize the important role of women in the digital economy.',
  );
  await write(harness, id, members.drafter.id, 'We decide to meet again in four years.');
});
afterEach(async () => {
  expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  await harness.close();
});

const paragraphs = async (): Promise<LabelledParagraph[]> =>
  (await send(harness, ADMIN, 'GET', `/api/documents/${id}/text`)).json().paragraphs;
const texts = async () => (await paragraphs()).map(({ text }) => text);
const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
const post = (member: Member, path: string, body: object, headers: Record<string, string> = {}) =>
  send(harness, member.token, 'POST', `/api/documents/${id}${path}`, body, headers);
async function propose(member: Member, changes: object[]): Promise<string> {
  const answer = await post(member, '/proposals', { text: 'working', changes });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().entry.id;
}
const replacing = (paragraph: LabelledParagraph, text: string) => ({
  act: 'replace',
  paragraph: paragraph.id,
  wording: [wording(text)],
});
/** Somebody types into a paragraph, at an offset. */
const type = (member: Member, paragraph: LabelledParagraph, offset: number, words: string) =>
  harness.rooms.edit(id as never, member.id as never, (text) => {
    const place = placesOf(text).find(({ head }) => head.id === paragraph.id);
    text.insert((place?.start ?? 0) + offset, words);
  });

describe('accepting a proposal', () => {
  it('M20: edits the text as the facilitator, keeps where it came from, and disposes of the proposal', async () => {
    const [, first] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const proposal = await propose(members.delegate, [
      replacing(first, 'We recognize the important role of women and girls in the digital economy.'),
    ]);
    const answer = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted',
      revision: 1,
      words: { [first.id]: first.text },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await texts())[1]).toBe(
      'We recognize the important role of women and girls in the digital economy.',
    );
    const { entry, disposition } = answer.json();
    expect(entry.row).toMatchObject({
      state: 'applied',
      proposalId: proposal,
      delegations: [expect.any(String)],
    });
    expect(entry.row.changes[0].paragraphs).toEqual([first.id]);
    expect(disposition.row).toMatchObject({ decision: 'accepted', ledTo: [first.id] });
    const written = await harness.context.authorship.authorship(id as never);
    const runs = written.paragraphs.find((one) => one.id === first.id)?.runs ?? [];
    expect(runs.map(({ text, by }) => [text.trim(), by])).toEqual([
      ['We recognize the important role of women', members.drafter.id],
      ['and girls', members.facilitator.id],
      ['in the digital economy.', members.drafter.id],
    ]);
  });

  it('M21: a proposal is rebased onto what others wrote meanwhile, and their words stay', async () => {
    const [, first] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const proposal = await propose(members.delegate, [
      replacing(first, 'We recognize the important role of women and girls in the digital economy.'),
    ]);
    await type(members.drafter, first, 'We '.length, 'strongly ');
    const answer = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted',
      revision: 1,
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await texts())[1]).toBe(
      'We strongly recognize the important role of women and girls in the digital economy.',
    );
  });

  it('M22: what has no sure place, or was looked at before it changed, changes nothing', async () => {
    const [, first] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const proposal = await propose(members.delegate, [
      replacing(first, 'We recognize the important role of women and girls in the digital economy.'),
    ]);
    await type(members.drafter, first, 'We recognize the important role of women'.length, ' and youth');
    const before = await texts();
    const accept = (body: object) =>
      post(members.facilitator, `/proposals/${proposal}/acceptance`, { decision: 'accepted', ...body });
    expect((await accept({ revision: 1 })).json().code).toBe('needs-a-look');
    expect((await accept({ revision: 1, words: { [first.id]: first.text } })).json().code).toBe(
      'text-changed',
    );
    expect((await accept({ revision: 2 })).json().code).toBe('needs-a-look');
    expect(await texts()).toEqual(before);
    const own = 'We recognize the important role of women, youth and girls in the digital economy.';
    const [, now] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const answer = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted-in-part',
      reason: 'Merged with what was there.',
      revision: 1,
      wordings: [{ ...replacing(now, own), base: { kind: now.kind, level: now.level, runs: now.runs } }],
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await texts())[1]).toBe(own);
  });

  it('M23: of two facilitators at once one wins, and the other is told that it is decided', async () => {
    const other = await newMember(harness, id, 'facilitator', 'Second facilitator');
    const [, first] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const proposal = await propose(members.delegate, [replacing(first, 'We recognize women and girls.')]);
    const body = { decision: 'accepted', revision: 1 };
    const answers = await Promise.all(
      [members.facilitator, other].map((one) => post(one, `/proposals/${proposal}/acceptance`, body)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('already-decided');
    expect((await texts())[1]).toBe('We recognize women and girls.');
  });

  it('M24: the same request sent again answers the same and changes nothing twice', async () => {
    const [, first] = (await paragraphs()) as [LabelledParagraph, LabelledParagraph];
    const proposal = await propose(members.delegate, [
      { act: 'insert-after', paragraph: first.id, wording: [wording('We invite everybody.')] },
    ]);
    const again = () =>
      post(
        members.facilitator,
        `/proposals/${proposal}/acceptance`,
        { decision: 'accepted', revision: 1 },
        { 'idempotency-key': 'the-same-key' },
      );
    const [one, two] = [await again(), await again()];
    expect(two.json()).toEqual(one.json());
    expect((await texts()).filter((text) => text === 'We invite everybody.')).toHaveLength(1);
  });

  it('M25, M27: a package of all acts is taken up whole: rewritten, split, inserted, moved, deleted', async () => {
    await write(harness, id, members.drafter.id, 'We recall earlier texts.');
    await write(harness, id, members.drafter.id, 'We note nothing.');
    const [, first, second, third, fourth] = (await paragraphs()) as LabelledParagraph[];
    if (!first || !second || !third || !fourth) throw new Error('too few paragraphs');
    const proposal = await propose(members.delegate, [
      {
        act: 'replace',
        paragraph: first.id,
        wording: [
          wording('We recognize the important role of women.'),
          wording('We recognize the digital economy.'),
        ],
      },
      { act: 'insert-after', paragraph: second.id, wording: [wording('We invite everybody.')] },
      { act: 'move', paragraph: third.id, after: null },
      { act: 'delete', paragraph: fourth.id },
    ]);
    const answer = await post(members.facilitator, `/proposals/${proposal}/acceptance`, {
      decision: 'accepted',
      revision: 1,
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(await texts()).toEqual([
      'We recall earlier texts.',
      '',
      'We recognize the important role of women.',
      'We recognize the digital economy.',
      'We decide to meet again in four years.',
      'We invite everybody.',
    ]);
    const all = await paragraphs();
    expect(all[3]?.from).toEqual([first.id]);
    const told = async (paragraph: string | undefined) =>
      (
        await send(harness, members.stakeholder.token, 'GET', `/api/documents/${id}/provenance/${paragraph}`)
      ).json().shapings;
    const [shaped] = await told(all[3]?.id);
    expect(shaped).toMatchObject({
      proposal,
      delegations: [expect.any(String)],
      acceptedBy: members.facilitator.id,
    });
    expect(shaped.changes.map(({ act }: { act: string }) => act)).toEqual(['replace']);
    expect((await told(all[5]?.id))[0].changes[0].act).toBe('insert-after');
    expect(await told(second.id)).toEqual([]);
  });
});
