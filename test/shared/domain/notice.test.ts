import { describe, expect, it } from 'vitest';
import {
  ANN,
  ASKED,
  acceptance,
  answer,
  BOB,
  by,
  type Case,
  comment,
  disposition,
  FACILITATORS,
  LATER,
  person,
  proposal,
  sponsor,
  toldOf,
  wording,
} from './notice-sketch.ts';

const place = (carry: string) => ({ carry });
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
  ['a position tells nobody', 'position', { standing: 'oppose' }, null, []],
  ['a stance tells nobody', 'stance', { stance: 'agree' }, null, []],
];

describe('who is told of what', () => {
  it.each(CASES)('E3: %s', (_what, noun, after, before, told) => {
    expect(toldOf(noun, after, before)).toEqual(told);
  });
});
