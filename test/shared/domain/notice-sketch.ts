import { tellingsOf } from '../../../shared/domain/notice.ts';
import type { Surroundings, Telling } from '../../../shared/domain/telling.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';

export const AT = '2026-10-01T09:00:00.000Z' as IsoTime;
export const LATER = '2026-10-02T09:00:00.000Z' as IsoTime;
export const by = (participantId: string, delegationId: string, at = AT) => ({
  participantId,
  delegationId,
  onBehalfOf: null,
  at,
});
export const person = (participantId: string, delegationId: string) => ({
  kind: 'person',
  participantId,
  delegationId,
});

export const comment = {
  id: 'c1',
  by: by('ann', 'a'),
  on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
  kind: 'question',
  addressed: { delegations: ['b'], groups: ['g'] },
  visibility: 'public',
  withdrawnAt: null,
};
export const sponsor = (delegationId: string, askedBy: string, state: string) => ({
  delegationId,
  askedBy,
  state,
});
export const proposal = {
  id: 'p1',
  by: by('ann', 'a'),
  amends: null,
  sponsors: [sponsor('b', 'bob', 'accepted'), sponsor('d', 'dan', 'declined')],
  visibility: 'public',
  compromises: [] as object[],
  editedAt: null as string | null,
  withdrawnAt: null,
};
export const disposition = {
  id: 'comment.c1',
  on: { noun: 'comment', id: 'c1' },
  decision: 'noted',
  reason: 'Heard.',
  summary: '',
  ledTo: [],
  reaction: null as object | null,
  contests: [] as object[],
};
export const answer = (id: string, participantId: string, withdrawnAt: string | null = null) => ({
  id,
  commentId: 'c1',
  by: by(participantId, participantId),
  withdrawnAt,
});

export const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
export const BASE = wording('We decide to meet again in the spring.');
export const proposing = (id: string, paragraph: string, text: string) => ({
  id,
  by: by(`by-${id}`, 'x'),
  amends: null,
  withdrawnAt: null as string | null,
  changes: [
    {
      id: 'c',
      act: 'replace',
      paragraph,
      base: { ...BASE, label: '1' },
      wording: [wording(text)],
      after: null,
    },
  ],
});
export const acceptance = (state: string, act: string, after: object[]) => ({
  id: 'a1',
  proposalId: 'accepted',
  state,
  changes: [{ change: 'c', act, paragraphs: ['p'], before: { ...BASE, label: '1' }, after }],
});

export const around = {
  comment: (id: string) => (id === 'c1' ? comment : undefined),
  proposal: (id: string) => (id === 'p1' ? proposal : undefined),
  item: (id: string) => (id === 'i1' ? { id, commentId: 'c1' } : undefined),
  group: (id: string) => (id === 'g' ? { id, spokesperson: 's' } : undefined),
  proposals: [
    proposing('same', 'p', 'We decide to meet in May.'),
    proposing('elsewhere', 'q', 'We decide to meet in May.'),
    { ...proposing('withdrawn', 'p', 'We decide to meet in May.'), withdrawnAt: AT },
    proposing('accepted', 'p', 'We call upon nobody at all.'),
  ],
  answers: [answer('x1', 'bob'), answer('x2', 'cat'), answer('x3', 'dan', AT)],
} as unknown as Surroundings;

export const tellings = (noun: string, after: object, before: object | null = null): readonly Telling[] =>
  tellingsOf(
    { noun, row: after } as unknown as RegisterEntry,
    before === null ? null : ({ noun, row: before } as unknown as RegisterEntry),
    around,
  );
export type Case = readonly [
  what: string,
  noun: string,
  after: object,
  before: object | null,
  told: readonly (readonly [reason: string, subject: string, to: readonly object[]])[],
];
export const ANN = person('ann', 'a');
export const BOB = person('bob', 'b');
export const FACILITATORS = { kind: 'facilitators' };
export const ASKED = [
  { kind: 'delegation', delegationId: 'b' },
  { kind: 'group', groupId: 'g' },
];
export const EVERYBODY = [{ kind: 'everybody' }];

/** Who is told of a revision: reason, subject and audience of every telling that has one. */
export const toldOf = (noun: string, after: object, before: object | null) =>
  tellings(noun, after, before)
    .filter(({ to }) => to.length > 0)
    .map(({ reason, subject, to }) => [reason, subject, to]);
