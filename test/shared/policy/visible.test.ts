import { describe, expect, it } from 'vitest';
import type { Answer, Comment } from '../../../shared/model/comment.ts';
import type { Item } from '../../../shared/model/disposition.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import type { RegisterEntry, RegisterNoun } from '../../../shared/model/register.ts';
import type { Permission } from '../../../shared/policy/can.ts';
import { asSeenBy, type Subjects, type Viewer } from '../../../shared/policy/visible.ts';

const yes = { allowed: true } as Permission;
const no = { allowed: false, reason: 'not-a-participant' } as Permission;
const by = { participantId: 'p', delegationId: 'mine', onBehalfOf: null, at: '2026-10-01T09:00:00.000Z' };

const viewer = (delegation: string | null, text = yes, register = yes): Viewer => ({
  delegation: delegation as Viewer['delegation'],
  abilities: { 'register.view': register, 'text.view': text },
});
const MINE = viewer('mine');
const OTHER = viewer('other');
const FACILITATOR = viewer('facilitators');
const READER = viewer(null, no);
const SHUT_OUT = viewer('other', no);
const MINE_SHUT_OUT = viewer('mine', no);
const STRANGER = viewer(null, yes, no);

const comment = (over: object): Comment =>
  ({
    id: 'c',
    by,
    on: { noun: 'text', anchor: { scope: 'text', text: 'v1' } },
    visibility: 'public',
    ...over,
  }) as unknown as Comment;
const onWorking = { on: { noun: 'text', anchor: { scope: 'text', text: 'working' } } };
const proposal = (over: object): Proposal =>
  ({ id: 'p', by, text: 'v1', amends: null, visibility: 'public', ...over }) as unknown as Proposal;

const COMMENTS: Record<string, Comment> = {
  public: comment({}),
  note: comment({ visibility: 'delegation' }),
  working: comment(onWorking),
  onHidden: comment({ on: { noun: 'proposal', id: 'hidden' }, by: { ...by, delegationId: 'third' } }),
  onWorkingProposal: comment({ on: { noun: 'proposal', id: 'working' } }),
};
const PROPOSALS: Record<string, Proposal> = {
  public: proposal({}),
  hidden: proposal({ visibility: 'delegation' }),
  working: proposal({ text: 'working' }),
  amending: proposal({ amends: 'hidden', by: { ...by, delegationId: 'third' } }),
  circular: proposal({ amends: 'circular', by: { ...by, delegationId: 'third' } }),
};
const SUBJECTS: Subjects = {
  comment: (id) => COMMENTS[id],
  answer: (id) => ({ id, commentId: id, visibility: 'public', by }) as unknown as Answer,
  proposal: (id) => PROPOSALS[id],
  item: (id) => ({ id, commentId: id }) as unknown as Item,
  statement: () => undefined,
};
const entry = (noun: RegisterNoun, row: unknown): RegisterEntry =>
  ({ noun, row, id: 'x', seq: 1, revision: 1 }) as unknown as RegisterEntry;

const EVERYBODY = { MINE, OTHER, FACILITATOR, READER, SHUT_OUT, MINE_SHUT_OUT };
type Who = keyof typeof EVERYBODY;
const ALL = Object.keys(EVERYBODY) as Who[];
const OWN: Who[] = ['MINE', 'MINE_SHUT_OUT'];
const OF_THE_TEXT: Who[] = ['MINE', 'OTHER', 'FACILITATOR'];

/** Rule, what, entry, and who sees it. */
const CASES: readonly (readonly [string, RegisterEntry, readonly Who[]])[] = [
  ['P11: a comment on a version', entry('comment', COMMENTS.public), ALL],
  ['P12: a note of a delegation', entry('comment', COMMENTS.note), OWN],
  [
    'P13: a comment on the working text',
    entry('comment', COMMENTS.working),
    [...OF_THE_TEXT, 'MINE_SHUT_OUT'],
  ],
  ['P14: a comment on a proposal of a delegation alone', entry('comment', COMMENTS.onHidden), OWN],
  [
    'P14: a comment on a proposal made on the working text',
    entry('comment', COMMENTS.onWorkingProposal),
    [...OF_THE_TEXT, 'MINE_SHUT_OUT'],
  ],
  ['P11: a proposal on a version', entry('proposal', PROPOSALS.public), ALL],
  ['P12: a proposal of a delegation alone', entry('proposal', PROPOSALS.hidden), OWN],
  [
    'P13: a proposal on the working text',
    entry('proposal', PROPOSALS.working),
    [...OF_THE_TEXT, 'MINE_SHUT_OUT'],
  ],
  ['P14: an amendment of a proposal of a delegation alone', entry('proposal', PROPOSALS.amending), OWN],
  ['P14: a proposal that names itself', entry('proposal', PROPOSALS.circular), []],
  ['P14: an answer to a note', entry('answer', { commentId: 'note' }), OWN],
  ['P14: an answer to a comment', entry('answer', { commentId: 'public' }), ALL],
  ['P14: an answer to nothing', entry('answer', { commentId: 'none' }), []],
  [
    'P12: an answer to what was a note of a delegation then',
    entry('answer', { commentId: 'public', visibility: 'delegation', by }),
    OWN,
  ],
  ['P14: a part of a note', entry('item', { commentId: 'note' }), OWN],
  ['P14: a stance on a note', entry('stance', { on: { noun: 'comment', id: 'note' } }), OWN],
  ['P14: a stance on an answer to a note', entry('stance', { on: { noun: 'answer', id: 'note' } }), OWN],
  ['P14: a stance on a proposal', entry('stance', { on: { noun: 'proposal', id: 'hidden' } }), OWN],
  ['P14: a disposition of a proposal', entry('disposition', { on: { noun: 'proposal', id: 'public' } }), ALL],
  ['P14: a disposition of a part', entry('disposition', { on: { noun: 'item', id: 'note' } }), OWN],
  ['P14: an acceptance', entry('acceptance', { proposalId: 'hidden', changes: [] }), OWN],
  ['P11: a group', entry('group', {}), ALL],
  ['P11: a head of delegation', entry('head', {}), ALL],
  ['P13: a status of a paragraph', entry('status', {}), OF_THE_TEXT],
];

describe('who sees what of the register', () => {
  it.each(CASES)('%s', (_name, row, who) => {
    const seen = ALL.filter((name) => asSeenBy(row, EVERYBODY[name], SUBJECTS) !== null);
    expect(seen.sort()).toEqual([...who].sort());
    expect(asSeenBy(row, STRANGER, SUBJECTS)).toBeNull();
  });

  it('P15: a carriage and a link name only what the viewer sees', () => {
    const place = {};
    const carriage = entry('carriage', {
      comments: [
        { id: 'public', place },
        { id: 'note', place },
      ],
      proposals: [{ id: 'hidden', place }],
    });
    expect(asSeenBy(carriage, MINE, SUBJECTS)?.row).toEqual(carriage.row);
    expect(asSeenBy(carriage, FACILITATOR, SUBJECTS)?.row).toEqual({
      comments: [{ id: 'public', place }],
      proposals: [],
    });
    const link = entry('link', {
      inputs: [
        { noun: 'comment', id: 'public' },
        { noun: 'item', id: 'note' },
      ],
    });
    expect(asSeenBy(link, OTHER, SUBJECTS)?.row).toEqual({ inputs: [{ noun: 'comment', id: 'public' }] });
    expect(asSeenBy(entry('link', { inputs: [] }), READER, SUBJECTS)).not.toBeNull();
  });

  it('P15: an acceptance shows wording of the working text only to those who may see that text', () => {
    const change = { change: 'x', act: 'replace', paragraphs: ['a'], before: { runs: [] }, after: [{}] };
    const acceptance = entry('acceptance', { proposalId: 'public', changes: [change] });
    expect(asSeenBy(acceptance, OTHER, SUBJECTS)).toEqual(acceptance);
    expect(asSeenBy(acceptance, READER, SUBJECTS)?.row).toMatchObject({
      changes: [{ paragraphs: ['a'], before: null, after: [] }],
    });
  });
});
