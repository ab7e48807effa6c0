import { describe, expect, it } from 'vitest';
import { tellingsOf } from '../../../shared/domain/notice.ts';
import { recipients } from '../../../shared/domain/recipients.ts';
import type { Audience, Surroundings, Telling } from '../../../shared/domain/telling.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';

const AT = '2026-10-01T09:00:00.000Z' as IsoTime;
const LATER = '2026-10-02T09:00:00.000Z' as IsoTime;
const by = (participantId: string, delegationId: string, at = AT) => ({
  participantId,
  delegationId,
  onBehalfOf: null,
  at,
});
const person = (participantId: string, delegationId: string) => ({
  kind: 'person',
  participantId,
  delegationId,
});

const comment = {
  id: 'c1',
  by: by('ann', 'a'),
  on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
  kind: 'question',
  addressed: { delegations: ['b'], groups: ['g'] },
  visibility: 'public',
  withdrawnAt: null,
};
const sponsor = (delegationId: string, askedBy: string, state: string) => ({ delegationId, askedBy, state });
const proposal = {
  id: 'p1',
  by: by('ann', 'a'),
  amends: null,
  sponsors: [sponsor('b', 'bob', 'accepted'), sponsor('d', 'dan', 'declined')],
  visibility: 'public',
  compromises: [] as object[],
  editedAt: null as string | null,
  withdrawnAt: null,
};
const disposition = {
  id: 'comment.c1',
  on: { noun: 'comment', id: 'c1' },
  decision: 'noted',
  reason: 'Heard.',
  summary: '',
  ledTo: [],
  reaction: null as object | null,
  contests: [] as object[],
};
const answer = (id: string, participantId: string, withdrawnAt: string | null = null) => ({
  id,
  commentId: 'c1',
  by: by(participantId, participantId),
  withdrawnAt,
});

const wording = (text: string) => ({ kind: 'operative', level: 0, runs: [{ text }] });
const BASE = wording('We decide to meet again in the spring.');
const proposing = (id: string, paragraph: string, text: string) => ({
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
const acceptance = (state: string, act: string, after: object[]) => ({
  id: 'a1',
  proposalId: 'accepted',
  state,
  changes: [{ change: 'c', act, paragraphs: ['p'], before: { ...BASE, label: '1' }, after }],
});

const around = {
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

const tellings = (noun: string, after: object, before: object | null = null): readonly Telling[] =>
  tellingsOf(
    { noun, row: after } as unknown as RegisterEntry,
    before === null ? null : ({ noun, row: before } as unknown as RegisterEntry),
    around,
  );
const place = (carry: string) => ({ carry });

type Case = readonly [
  what: string,
  noun: string,
  after: object,
  before: object | null,
  told: readonly (readonly [reason: string, subject: string, to: readonly object[]])[],
];
const ANN = person('ann', 'a');
const BOB = person('bob', 'b');
const FACILITATORS = { kind: 'facilitators' };
const ASKED = [
  { kind: 'delegation', delegationId: 'b' },
  { kind: 'group', groupId: 'g' },
];
const EVERYBODY = [{ kind: 'everybody' }];
const silence = { id: 's1', outcome: 'running' };
const objection = { id: 'o1', silence: 's1', withdrawnAt: null as string | null };
const adoption = { id: 'd1', symbol: '', recordClosedAt: null as string | null };
const declaration = {
  id: 'r1',
  joined: [{ delegationId: 'b', at: AT, except: [] }],
  correctedAt: null as string | null,
  withdrawnAt: null as string | null,
};
const alignment = { id: 'x.g', group: 'g', aligns: true, except: [] as string[], since: AT };
const note = { ...comment, visibility: 'delegation' };

const CASES: readonly Case[] = [
  ['a question tells who is asked', 'comment', comment, null, [['asked', 'c1', ASKED]]],
  ['an edit of it tells nobody', 'comment', { ...comment, text: 'Other' }, comment, []],
  ['a submitted note tells who is asked in it', 'comment', comment, note, [['asked', 'c1', ASKED]]],
  [
    'a comment that asks nobody tells nobody',
    'comment',
    { ...comment, addressed: { delegations: [], groups: [] } },
    null,
    [],
  ],
  [
    'a comment on a proposal tells its supporters',
    'comment',
    { ...comment, on: { noun: 'proposal', id: 'p1' }, addressed: { delegations: [], groups: [] } },
    null,
    [['comment-on-proposal', 'c1', [ANN, BOB]]],
  ],
  [
    'an answer tells the asker and whoever answered before',
    'answer',
    answer('x4', 'eve'),
    null,
    [['answered', 'x4', [ANN, person('bob', 'bob'), person('cat', 'cat')]]],
  ],
  ['an edited answer tells nobody', 'answer', answer('x1', 'bob'), answer('x1', 'bob'), []],
  ['a proposal tells nobody by itself', 'proposal', proposal, null, []],
  [
    'an amendment to a proposal tells those who support it',
    'proposal',
    { ...proposal, id: 'p2', amends: 'p1' },
    null,
    [['amended', 'p2', [ANN, BOB]]],
  ],
  [
    'an edit tells co-sponsors',
    'proposal',
    { ...proposal, editedAt: LATER },
    proposal,
    [['proposal-edited', 'p1', [BOB]]],
  ],
  [
    'whoever asks to co-sponsor is heard by the proposer',
    'proposal',
    { ...proposal, sponsors: [...proposal.sponsors, sponsor('e', 'eve', 'asked')] },
    proposal,
    [['sponsorship-asked', 'p1', [ANN]]],
  ],
  [
    'the proposer’s answer is heard by who asked',
    'proposal',
    { ...proposal, sponsors: [sponsor('b', 'bob', 'declined')] },
    { ...proposal, sponsors: [sponsor('b', 'bob', 'asked')] },
    [['sponsorship-answered', 'p1', [BOB]]],
  ],
  [
    'a sponsor who leaves is heard by the proposer',
    'proposal',
    { ...proposal, sponsors: [sponsor('b', 'bob', 'left')] },
    { ...proposal, sponsors: [sponsor('b', 'bob', 'accepted')] },
    [['sponsorship-answered', 'p1', [ANN]]],
  ],
  [
    'compromise wording is offered to proposer and co-sponsors',
    'proposal',
    { ...proposal, compromises: [{ answer: null }] },
    proposal,
    [['compromise-offered', 'p1', [ANN, BOB]]],
  ],
  [
    'the answer to it goes to the facilitators',
    'proposal',
    { ...proposal, compromises: [{ answer: { accepted: true } }] },
    { ...proposal, compromises: [{ answer: null }] },
    [['compromise-answered', 'p1', [FACILITATORS]]],
  ],
  [
    'a disposition tells the originator',
    'disposition',
    disposition,
    null,
    [['disposed', 'comment.c1', [ANN]]],
  ],
  [
    'that of a part tells the originator of the whole',
    'disposition',
    { ...disposition, id: 'item.i1', on: { noun: 'item', id: 'i1' } },
    null,
    [['disposed', 'item.i1', [ANN]]],
  ],
  [
    'that of a proposal tells proposer and co-sponsors',
    'disposition',
    { ...disposition, id: 'proposal.p1', on: { noun: 'proposal', id: 'p1' } },
    null,
    [['disposed', 'proposal.p1', [ANN, BOB]]],
  ],
  [
    'a change of mind tells again',
    'disposition',
    { ...disposition, decision: 'accepted' },
    disposition,
    [['disposed', 'comment.c1', [ANN]]],
  ],
  [
    'a reaction goes to the facilitators',
    'disposition',
    { ...disposition, reaction: { satisfied: false, by: by('ann', 'a', LATER) } },
    disposition,
    [['reacted', 'comment.c1', [FACILITATORS]]],
  ],
  [
    'a contest goes to the facilitators',
    'disposition',
    { ...disposition, contests: [{ by: by('ann', 'a'), answer: null }] },
    disposition,
    [['contested', 'comment.c1', [FACILITATORS]]],
  ],
  [
    'the answer to it to whoever contested',
    'disposition',
    { ...disposition, contests: [{ by: by('ann', 'a'), answer: { text: 'So be it.' } }] },
    { ...disposition, contests: [{ by: by('ann', 'a'), answer: null }] },
    [['contest-answered', 'comment.c1', [ANN]]],
  ],
  [
    'a version tells once whose words it changed',
    'carriage',
    {
      id: 'v2',
      comments: [
        { id: 'c1', place: place('changed') },
        { id: 'unknown', place: place('removed') },
      ],
      proposals: [{ id: 'p1', place: place('moved') }],
    },
    null,
    [['reconfirm', 'v2', [ANN]]],
  ],
  [
    'and whose proposal lost its paragraph',
    'carriage',
    {
      id: 'v2',
      comments: [{ id: 'c1', place: place('unchanged') }],
      proposals: [{ id: 'p1', place: place('removed') }],
    },
    null,
    [['needs-a-look', 'v2', [ANN]]],
  ],
  [
    'a proposal taken up tells whose own no longer fits',
    'acceptance',
    acceptance('applied', 'replace', [wording('We call upon nobody at all.')]),
    acceptance('applying', 'replace', [wording('We call upon nobody at all.')]),
    [['needs-a-look', 'same', [person('by-same', 'x')]]],
  ],
  [
    'or whose paragraph is gone',
    'acceptance',
    acceptance('applied', 'delete', []),
    null,
    [['needs-a-look', 'same', [person('by-same', 'x')]]],
  ],
  [
    'but nobody whose proposal still fits',
    'acceptance',
    acceptance('applied', 'replace', [wording('We hereby decide to meet again in the spring.')]),
    null,
    [],
  ],
  ['nor before it is done', 'acceptance', acceptance('applying', 'delete', []), null, []],
  [
    'a silence that is opened tells everybody',
    'silence',
    silence,
    null,
    [['silence-opened', 's1', EVERYBODY]],
  ],
  [
    'so does its outcome',
    'silence',
    { ...silence, outcome: 'broken' },
    silence,
    [['silence-settled', 's1', EVERYBODY]],
  ],
  [
    'and more time that was given',
    'silence',
    { ...silence, deadline: LATER },
    silence,
    [['silence-extended', 's1', EVERYBODY]],
  ],
  [
    'an ending that comes with another deadline is told of once, as an ending',
    'silence',
    { ...silence, deadline: LATER, outcome: 'ended' },
    silence,
    [['silence-settled', 's1', EVERYBODY]],
  ],
  ['a silence that stands as it was tells nobody', 'silence', silence, silence, []],
  ['an objection tells the facilitators', 'objection', objection, null, [['objected', 'o1', [FACILITATORS]]]],
  [
    'so does taking it back',
    'objection',
    { ...objection, withdrawnAt: LATER },
    objection,
    [['objection-withdrawn', 'o1', [FACILITATORS]]],
  ],
  ['the adoption tells everybody', 'adoption', adoption, null, [['adopted', 'd1', EVERYBODY]]],
  ['a mended symbol tells nobody', 'adoption', { ...adoption, symbol: 'A/1' }, adoption, []],
  [
    'the closing of the record tells everybody',
    'adoption',
    { ...adoption, recordClosedAt: LATER },
    adoption,
    [['record-closed', 'd1', EVERYBODY]],
  ],
  [
    'a declaration tells the facilitators',
    'declaration',
    declaration,
    null,
    [['declaration-filed', 'r1', [FACILITATORS]]],
  ],
  [
    'other words of it tell whoever had joined',
    'declaration',
    { ...declaration, correctedAt: LATER, joined: [] },
    declaration,
    [['declaration-changed', 'r1', [{ kind: 'delegation', delegationId: 'b' }]]],
  ],
  [
    'so does its withdrawal',
    'declaration',
    { ...declaration, withdrawnAt: LATER },
    declaration,
    [['declaration-changed', 'r1', [{ kind: 'delegation', delegationId: 'b' }]]],
  ],
  ['whoever joins tells nobody', 'declaration', declaration, { ...declaration, joined: [] }, []],
  [
    'an alignment tells the spokesperson of the group',
    'alignment',
    alignment,
    null,
    [['alignment-changed', 'x.g', [{ kind: 'delegation', delegationId: 's' }]]],
  ],
  [
    'so does another exception',
    'alignment',
    { ...alignment, except: ['p'] },
    alignment,
    [['alignment-changed', 'x.g', [{ kind: 'delegation', delegationId: 's' }]]],
  ],
  ['the same said again tells nobody', 'alignment', { ...alignment, since: LATER }, alignment, []],
  ['a group without a spokesperson has nobody to tell', 'alignment', { ...alignment, group: 'h' }, null, []],
  ['a position tells nobody', 'position', { standing: 'oppose' }, null, []],
  ['a stance tells nobody', 'stance', { stance: 'agree' }, null, []],
];

describe('who is told of what', () => {
  it.each(CASES)('E3: %s', (_what, noun, after, before, told) => {
    const found = tellings(noun, after, before).filter(({ to }) => to.length > 0);
    expect(found.map(({ reason, subject, to }) => [reason, subject, to])).toEqual(told);
  });

  const someone = (id: string, delegationId: string, role = 'delegate', removedAt: string | null = null) => ({
    id,
    delegationId,
    role,
    removedAt,
  });
  const directory = {
    participants: [
      someone('ann', 'a'),
      someone('amy', 'a'),
      someone('bob', 'b'),
      someone('old', 'b', 'delegate', AT),
      someone('fay', 'f', 'facilitator'),
    ],
    groups: [
      {
        id: 'g',
        members: [
          { delegationId: 'a', from: AT, until: null },
          { delegationId: 'b', from: AT, until: AT },
        ],
      },
    ],
    actor: 'amy',
    now: LATER,
  };
  const told = (to: readonly object[]) =>
    recipients(to as readonly Audience[], directory as never).map(({ id }) => id as string);

  it.each([
    ['all who still have access, but not who did it', [{ kind: 'everybody' }], ['ann', 'bob', 'fay']],
    ['the facilitators', [FACILITATORS], ['fay']],
    ['one person', [ANN], ['ann']],
    ['never who did it', [person('amy', 'a')], []],
    ['the delegation of somebody whose access has ended', [person('old', 'b')], ['bob']],
    ['each once', [ANN, { kind: 'delegation', delegationId: 'a' }], ['ann']],
    ['a group’s members of today', [{ kind: 'group', groupId: 'g' }], ['ann']],
    ['nobody for a group that is not there', [{ kind: 'group', groupId: 'none' }], []],
  ])('E3: told are %s', (_who, to, expected) => {
    expect(told(to)).toEqual(expected);
  });
});
