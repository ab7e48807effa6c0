import type { DispositionLine, DispositionSection, DispositionTable } from '../../model/disposition-table.ts';
import { CONSTITUENCY_WORDS, DECISION_WORDS, GENERAL, KIND_WORDS, UNDECIDED } from './words.ts';

/** Columns of the disposition table, in the order in which they stand. */
export const TABLE_COLUMNS = [
  'Id',
  'Paragraph',
  'Delegation',
  'Constituency',
  'Kind',
  'Comment',
  'Proposed wording',
  'Decision',
  'Reason',
  'Led to',
  'Reaction',
] as const;

/** What is printed where the paragraph has no number. */
export const paragraphName = ({
  label,
  paragraph,
  gone,
}: Pick<DispositionLine, 'label' | 'paragraph' | 'gone'>): string => {
  if (paragraph === null) return GENERAL;
  return `${label === '' ? 'Unnumbered paragraph' : label}${gone ? ' (no longer in the text)' : ''}`;
};

export const sectionName = (section: DispositionSection): string =>
  section.paragraph === null
    ? GENERAL
    : `Paragraph ${paragraphName(section)}`.replace('Paragraph Unnumbered', 'Unnumbered');

export const decisionWords = ({ decision, duplicateOf, withdrawn }: DispositionLine): string => {
  const said = decision === null ? UNDECIDED : DECISION_WORDS[decision];
  return `${said}${duplicateOf === '' ? '' : ` of ${duplicateOf}`}${withdrawn ? ' (withdrawn by its author)' : ''}`;
};

/** Reason, and how the input was summed up where that was said. */
export const reasonWords = ({ reason, summary }: DispositionLine): string =>
  [reason, summary === '' ? '' : `Summarised as: ${summary}`].filter((part) => part !== '').join('\n');

export function reactionWords({ reaction, contests }: DispositionLine): string {
  const said =
    reaction === null
      ? []
      : [
          `${reaction.satisfied ? 'Satisfied' : 'Not satisfied'}${reaction.reason === '' ? '' : `: ${reaction.reason}`}`,
        ];
  const contested = contests.flatMap(({ text, answer }) => [
    `Contested: ${text}`,
    answer === null ? 'The contest has no answer yet' : `Answered: ${answer}`,
  ]);
  return [...said, ...contested].join('\n');
}

export const delegationWords = ({ delegation, onBehalfOf, enteredBy }: DispositionLine): string =>
  enteredBy !== ''
    ? `${delegation} (entered by ${enteredBy})`
    : onBehalfOf === ''
      ? delegation
      : `${delegation} on behalf of ${onBehalfOf}`;

/** The constituency in words; empty for those who were entered without a delegation here. */
export const constituencyWords = ({ constituency, enteredBy }: DispositionLine): string =>
  constituency === null && enteredBy !== '' ? '' : CONSTITUENCY_WORDS[constituency ?? 'none'];

/** One line of the table as text, column by column. */
export const cellsOf = (line: DispositionLine): readonly string[] => [
  line.id,
  paragraphName(line),
  delegationWords(line),
  constituencyWords(line),
  KIND_WORDS[line.kind] ?? line.kind,
  line.text,
  line.wording,
  decisionWords(line),
  reasonWords(line),
  line.ledTo.join(', '),
  reactionWords(line),
];

/** What is said when the table could not hold everything. */
export const leftOutWords = ({ leftOut }: DispositionTable): string =>
  leftOut === 0 ? '' : `${leftOut} more inputs are not in this table, which holds the earliest.`;
