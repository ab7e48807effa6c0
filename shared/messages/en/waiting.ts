/** What waits for the visitor. */
export const waiting = {
  title: 'Waiting for you',
  button_one: 'Waiting for you: {{count, number}}',
  button_other: 'Waiting for you: {{count, number}}',
  question_one: '{{count, number}} question to your delegation',
  question_other: '{{count, number}} questions to your delegation',
  compromise_one: '{{count, number}} compromise offered to you',
  compromise_other: '{{count, number}} compromises offered to you',
  sponsorship_one: '{{count, number}} proposal that others ask to co-sponsor',
  sponsorship_other: '{{count, number}} proposals that others ask to co-sponsor',
  reaction_one: '{{count, number}} decision on your inputs to answer',
  reaction_other: '{{count, number}} decisions on your inputs to answer',
  undecided_one: '{{count, number}} input without decision',
  undecided_other: '{{count, number}} inputs without decision',
  contest_one: '{{count, number}} contest to answer',
  contest_other: '{{count, number}} contests to answer',
} as const;
