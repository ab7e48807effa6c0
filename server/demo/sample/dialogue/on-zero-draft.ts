import type { SampleComment, SampleDecision } from './said.ts';

/** What was said on the zero draft, before Rev.1. */
export const zeroComments: readonly SampleComment[] = [
  {
    key: 'target-year',
    by: 'stakeholder',
    on: { scope: 'words', key: 'divides-universal', words: 'by 2035' },
    text: 'latest',
    kind: 'objection',
    says: 'A target in 2035 lies beyond the horizon of the Sustainable Development Goals. Investors plan by the nearer date. We ask for 2030.',
    agree: ['delegate', 'drafter-2'],
    disagree: ['delegate-2'],
    answers: [
      {
        by: 'delegate-2',
        says: 'We share the ambition, but a date that cannot be met weakens the text. Intermediate targets would help us to accept 2030.',
      },
    ],
  },
  {
    key: 'older-persons',
    by: 'drafter-2',
    on: { scope: 'paragraph', key: 'divides-older' },
    text: 'latest',
    kind: 'support',
    says: 'Please keep this paragraph. In many offices the counter has already closed, and older persons are sent to a website.',
    agree: ['stakeholder'],
  },
  {
    key: 'non-arbitrary',
    by: 'delegate',
    on: { scope: 'words', key: 'rights-privacy', words: 'lawful, necessary and proportionate' },
    text: 'latest',
    kind: 'question',
    says: 'Earlier resolutions also say that interference must not be arbitrary. Was this left out on purpose?',
    asks: ['facilitator'],
    answers: [
      {
        by: 'facilitator',
        says: 'It was not on purpose. We shall bring the wording in line with earlier resolutions.',
      },
    ],
    settled: true,
  },
  {
    key: 'forum-permanent',
    by: 'drafter-3',
    on: { scope: 'words', key: 'gov-forum', words: 'shall become permanent' },
    text: 'latest',
    kind: 'support',
    says: 'A permanent forum needs a permanent place in the budget. We support this and suggest to say both in one sentence.',
    agree: ['drafter-1', 'delegate', 'stakeholder'],
  },
];

export const zeroDecisions: readonly SampleDecision[] = [
  {
    on: { comment: 'target-year' },
    decision: 'accepted',
    reason: 'The date is now 2030, and the paragraph names the means to reach it.',
    ledTo: ['divides-universal'],
    reaction: { by: 'stakeholder', satisfied: true, reason: 'Thank you. The means were what we missed.' },
  },
  {
    on: { comment: 'older-persons' },
    decision: 'accepted-in-part',
    summary: 'Asks to keep the paragraph on non-digital channels.',
    reason:
      'Older persons are named in the preamble. The paragraph itself was merged away to shorten the section.',
    ledTo: ['pp-divides'],
    contest: {
      by: 'drafter-2',
      text: 'The summary leaves out our point: we asked that counters and telephones stay open, not only that older persons be named.',
    },
  },
  {
    on: { comment: 'non-arbitrary' },
    decision: 'accepted',
    reason: 'The words were added.',
    ledTo: ['rights-privacy'],
    reaction: { by: 'delegate', satisfied: true, reason: '' },
  },
];
