import type { RollingSign, RollingText } from '../../model/rolling.ts';

/** What each sign means, in the words of those who use it. */
const MEANINGS: Readonly<Record<RollingSign, readonly [sign: string, meaning: string]>> = {
  brackets: ['[ ]', 'Not agreed: all versions of words in dispute stand in square brackets.'],
  attribution: ['[Delegation A: …]', 'Words proposed by the delegation or group that is named.'],
  delete: [
    '[Delegation A: delete]',
    'The delegation would delete the words or the paragraph in brackets before it.',
  ],
  alternative: ['12 alt, 12 alt.1 …', 'Alternative wording for paragraph 12.'],
  insertion: ['12 bis, 12 ter …', 'A new paragraph proposed after paragraph 12.'],
  retain: ['[Delegation A: retain]', 'The delegation would keep the paragraph as it is.'],
  move: [
    '[Delegation A: move …]',
    'The delegation would move the paragraph; [Delegation A: 12 here] says where to.',
  ],
  'suggested-for-closure': [
    '(suggested for closure)',
    'The facilitators suggest that the paragraph is ready to be agreed.',
  ],
  'agreed-ad-referendum': [
    '(agreed ad ref.)',
    'Agreed by the negotiators, subject to their capitals, on the date given.',
  ],
  agreed: ['(agreed)', 'Agreed on the date given.'],
  'changed-since': [
    '(… changed since)',
    'The words have changed since they were agreed or suggested for closure.',
  ],
  outstanding: [
    '[Delegation A: proposal without decision]',
    'The paragraph is agreed, but this proposal on it has no decision yet.',
  ],
  'needs-a-look': ['(proposed on earlier wording)', 'The paragraph has changed since the proposal was made.'],
  amends: ['[Delegation B, amending Delegation A: …]', 'An amendment to the proposal of Delegation A.'],
};

/** Signs that occur, with what they mean. */
export const legendOf = ({ signs }: RollingText): readonly (readonly [sign: string, meaning: string])[] =>
  signs.map((sign) => MEANINGS[sign]);

/** `24 paragraphs, 9 of them with brackets; 17 open proposals; agreed 3, agreed ad ref. 2, suggested for closure 1` */
export function countsInWords({ counts }: RollingText): string {
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const { status } = counts;
  const agreed = [
    ['agreed', status.agreed],
    ['agreed ad ref.', status['agreed-ad-referendum']],
    ['suggested for closure', status['suggested-for-closure']],
  ] as const;
  return [
    `${plural(counts.paragraphs, 'paragraph')}, ${counts.bracketed} with brackets`,
    plural(counts.proposals, 'open proposal'),
    ...agreed.filter(([, count]) => count > 0).map(([word, count]) => `${word}: ${count}`),
  ].join('; ');
}
