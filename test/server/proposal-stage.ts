import { expect } from 'vitest';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import type { Role } from '../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from './harness.ts';

export const asBase = ({ kind, level, runs }: LabelledParagraph) => ({ kind, level, runs });
export const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
export const replacing = (one: LabelledParagraph, text: string) => ({
  act: 'replace',
  paragraph: one.id,
  base: asBase(one),
  wording: [wording(text)],
});

/** A document in drafting, with one member of each role, three paragraphs of words and a zero draft. */
export async function createProposalStage() {
  const harness: Harness = await createHarness();
  const id = await newDocument(harness, { workingText: 'participants' });
  const members: Record<Role, Member> = await everyRole(harness, id);
  await setPhase(harness, id, 'drafting');
  for (const words of [
    'We recognize the role of women.',
    'We decide to meet again.',
    'We commit to affordable access to digital technologies for everybody in the world.',
  ])
    await write(harness, id, members.drafter.id, words);
  const draft = { stage: 'zero', name: 'Zero draft' };
  const published = await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, draft);
  const version: string = published.json().id;
  const url = (path: string) => `/api/documents/${id}${path}`;
  const post = (member: Member, path: string, body: object = {}, method: 'POST' | 'PATCH' = 'POST') =>
    send(harness, member.token, method, url(path), body);
  const propose = (member: Member, changes: readonly object[], more: object = {}) =>
    post(member, '/proposals', { text: 'working', changes, ...more });
  const paragraphs = async (): Promise<LabelledParagraph[]> =>
    (await send(harness, ADMIN, 'GET', url('/text'))).json().paragraphs;
  return {
    harness,
    id,
    members,
    version,
    url,
    post,
    propose,
    paragraphs,
    paragraph: async (k: number) => (await paragraphs())[k] as LabelledParagraph,
    /** Proposes and answers the proposal's id. */
    async proposed(member: Member, changes: readonly object[], more: object = {}): Promise<string> {
      const answer = await propose(member, changes, more);
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json().entry.id;
    },
  };
}
export type ProposalStage = Awaited<ReturnType<typeof createProposalStage>>;
