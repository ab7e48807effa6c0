import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { workingComments } from '../../../server/demo/sample/dialogue/on-working-text.ts';
import { zeroComments } from '../../../server/demo/sample/dialogue/on-zero-draft.ts';
import { sampleProposals } from '../../../server/demo/sample/dialogue/proposals.ts';
import { ensureDemo, type SeedContext } from '../../../server/demo/seed.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { REGISTER_NOUNS, type RegisterNoun } from '../../../shared/model/register.ts';
import { createHarness, type Harness } from '../harness.ts';

/** Positions, declarations and what follows have a sample of their own. */
const OF_THE_RECORD = [
  'alignment',
  'position',
  'declaration',
  'silence',
  'objection',
  'adoption',
  'milestone',
  'statement',
];

describe('dialogue of the sample', () => {
  let harness: Harness;
  let documentId: DocumentId;
  beforeAll(async () => {
    harness = await createHarness();
    documentId = (await ensureDemo(harness.context)).answer.documentId;
  });
  afterAll(() => harness.close());
  const rows = async <Noun extends RegisterNoun>(noun: Noun) =>
    (await harness.store.rows.register.ofNoun(documentId, noun)).map(({ row }) => row);

  it('H19: every noun of the register but items, links, heads and changed delegations has its example', async () => {
    const empty: string[] = [];
    for (const noun of REGISTER_NOUNS) if ((await rows(noun)).length === 0) empty.push(noun);
    expect(empty.filter((noun) => !OF_THE_RECORD.includes(noun))).toEqual([
      'head',
      'delegation',
      'item',
      'link',
    ]);
  });

  it('H19: comments of every kind and nature, in six scripts and languages, answered and not', async () => {
    const comments = await rows('comment');
    expect(comments).toHaveLength(zeroComments.length + workingComments.length);
    expect(new Set(comments.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(comments.map(({ nature }) => nature)).size).toBe(3);
    const scopes = comments.map(({ on }) => (on.noun === 'text' ? on.anchor.scope : 'proposal'));
    expect(new Set(scopes)).toEqual(new Set(['words', 'paragraph', 'absent', 'text', 'proposal']));
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u, /« /u, /Apoyamos/])
      expect(
        comments.some(({ text }) => script.test(text)),
        String(script),
      ).toBe(true);
    const questions = comments.filter(({ kind }) => kind === 'question');
    expect(questions.some(({ settledAt }) => settledAt !== null)).toBe(true);
    const answered = new Set((await rows('answer')).map(({ commentId }) => commentId));
    expect(questions.some(({ id }) => !answered.has(id))).toBe(true);
  });

  it('H19: proposals of every act but keep, two that compete, co-sponsors, compromise, amendment and one taken up', async () => {
    const proposals = await rows('proposal');
    expect(proposals).toHaveLength(sampleProposals.length);
    const acts = proposals.flatMap(({ changes }) => changes.map(({ act }) => act));
    expect(new Set(acts)).toEqual(new Set(['replace', 'insert-after', 'delete', 'move']));
    expect(proposals.filter(({ changes }) => changes[0]?.paragraph === 'divides-afford')).toHaveLength(2);
    expect(proposals.some(({ sponsors }) => sponsors.some(({ state }) => state === 'accepted'))).toBe(true);
    expect(proposals.some(({ compromises }) => compromises.length > 0)).toBe(true);
    expect(proposals.some(({ amends }) => amends !== null)).toBe(true);
    expect((await rows('acceptance')).map(({ state }) => state)).toEqual(['applied']);
  });

  it('H19: decisions with a reaction and a contest; people are told; the record holds', async () => {
    const dispositions = await rows('disposition');
    expect(dispositions.some(({ reaction }) => reaction?.satisfied === false)).toBe(true);
    expect(dispositions.some(({ contests }) => contests.length > 0)).toBe(true);
    const people = await harness.store.rows.participants.ofDocument(documentId);
    for (const { id } of people) expect(await harness.store.rows.notices.unread(id)).toBeGreaterThan(0);
    expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('H19: a sample that was cut off while it was made is made anew, whole', async () => {
    const other = await createHarness();
    let left = 100;
    const failing: SeedContext = {
      ...other.context,
      store: {
        ...other.store,
        transact: (work) => {
          left -= 1;
          return left > 0 ? other.store.transact(work) : Promise.reject(new Error('cut off'));
        },
      },
    };
    await expect(ensureDemo(failing)).rejects.toThrow('cut off');
    const [half] = await other.store.rows.documents.list();
    expect((await other.store.rows.versions.ofDocument(half?.id as DocumentId)).length).toBe(3);
    const demo = await ensureDemo(other.context);
    expect(demo.answer.documentId).not.toBe(half?.id);
    expect((await ensureDemo(other.context)).answer.documentId).toBe(demo.answer.documentId);
    await other.close();
  });
});
