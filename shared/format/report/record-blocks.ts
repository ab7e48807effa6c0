import { DECISIONS } from '../../model/disposition.ts';
import { STANDINGS } from '../../model/position.ts';
import type { DocumentRecord, RecordMark, RecordSilence, RecordTally } from '../../model/record.ts';
import type { RecordBlock } from './record-block.ts';
import { declarationBlocks } from './record-declaration-blocks.ts';
import { statementBlocks } from './record-statement-blocks.ts';
import { countWords, dayWords, momentWords, OUTCOME_WORDS, openWords, plural } from './record-words.ts';
import { DECISION_WORDS, UNDECIDED } from './words.ts';

const said = (text: string): RecordBlock => ({ kind: 'said', text });
const section = (anchor: string, text: string): RecordBlock => ({ kind: 'heading', level: 2, text, anchor });
const table = (head: readonly string[], rows: readonly (readonly string[])[]): RecordBlock[] =>
  rows.length === 0 ? [] : [{ kind: 'table', head, rows }];

/** `2 dissociations; 1 reservation from others than governments` */
export function markWords({ governmental, nonGovernmental }: RecordMark): string {
  const others = countWords(nonGovernmental);
  return [countWords(governmental), ...(others === '' ? [] : [`${others} from others than governments`])]
    .filter((part) => part !== '')
    .join('; ');
}

function adoptionWords({ adoption, text }: DocumentRecord): string {
  if (adoption === null || text === null) return '';
  const { manner, votes, date, symbol, recordClosedAt } = adoption;
  const how =
    manner === 'consensus' || votes === null
      ? 'by consensus'
      : `by a recorded vote of ${votes.inFavour} in favour, ${votes.against} against and ${votes.abstaining} abstaining`;
  const closed = recordClosedAt === null ? '' : ` The record was closed on ${momentWords(recordClosedAt)}.`;
  return `${text.name} was adopted ${how} on ${dayWords(date)}${symbol === '' ? '' : ` as ${symbol}`}.${closed}`;
}

const adoption = (record: DocumentRecord): RecordBlock[] => [
  section('adoption', 'Adoption'),
  ...(record.adoption === null ? [] : [said(adoptionWords(record))]),
  ...(record.open.length === 0
    ? []
    : [said('Still open:'), ...record.open.map((point) => said(`– ${openWords(point)}`))]),
];

const roadmap = ({ stations }: DocumentRecord): RecordBlock[] => [
  section('roadmap', 'Roadmap'),
  ...(stations.length === 0 ? [said('No milestones are on record.')] : []),
  ...table(
    ['Milestone', 'Planned', 'Actual', 'Published', 'Received'],
    stations.map(({ name, planned, actual, versions, received, delegations }) => [
      name,
      dayWords(planned),
      actual === null ? '–' : dayWords(actual),
      versions.join(', '),
      received === 0 ? '' : `${received} from ${plural(delegations, 'delegation', 'delegations')}`,
    ]),
  ),
];

const versions = (record: DocumentRecord): RecordBlock[] => [
  section('versions', 'Versions'),
  ...table(
    ['Version', 'Published', 'By', 'SHA-256'],
    record.versions.map(({ name, publishedAt, publisher, hash }) => [
      name,
      momentWords(publishedAt),
      publisher,
      hash,
    ]),
  ),
];

function text({ text: of, marks }: DocumentRecord): RecordBlock[] {
  if (of === null) return [];
  const notes = new Map(marks.map((mark) => [mark.paragraph, markWords(mark)]));
  return [
    section('text', of.adopted ? `Adopted text: ${of.name}` : `Latest text: ${of.name}`),
    ...of.paragraphs.map(
      (paragraph): RecordBlock => ({ kind: 'paragraph', paragraph, note: notes.get(paragraph.id) ?? '' }),
    ),
  ];
}

const silences = (record: DocumentRecord): RecordBlock[] => [
  section('silence', 'Silence procedures'),
  ...(record.silences.length === 0 ? [said('No version was put under silence.')] : []),
  ...record.silences.flatMap(silence),
];

const silence = ({
  version,
  opensAt,
  deadline,
  extensions,
  letter,
  outcome,
  objections,
}: RecordSilence): RecordBlock[] => [
  { kind: 'heading', level: 3, text: `${version}: ${OUTCOME_WORDS[outcome]}` },
  said(`From ${momentWords(opensAt)} until ${momentWords(deadline)}.`),
  ...(letter === '' ? [] : [said(letter)]),
  ...extensions.flatMap((extension) => [
    said(
      `Extended from ${momentWords(extension.from)} to ${momentWords(extension.to)}, on ${momentWords(extension.at)}.`,
    ),
    ...(extension.letter === '' ? [] : [said(extension.letter)]),
  ]),
  ...table(
    ['Objection', 'Places', 'Reason', 'Made', 'Withdrawn'],
    objections.map(({ holder, places, reason, withAmendment, at, withdrawnAt }) => [
      holder,
      places.map(({ label, chapeau }) => `${label}${chapeau ? ' (chapeau)' : ''}`).join(', '),
      withAmendment ? `${reason} (with an amendment)` : reason,
      momentWords(at),
      withdrawnAt === null ? '' : momentWords(withdrawnAt),
    ]),
  ),
];

const tallyCells = (tally: RecordTally): string[] =>
  [...STANDINGS, 'split' as const, 'notHeard' as const].map((key) => String(tally[key]));

const positions = (record: DocumentRecord): RecordBlock[] => [
  section('positions', 'Positions'),
  said(
    record.positions.length === 0
      ? 'No positions are on record on this text.'
      : 'Delegations that support, can live with, have a concern, oppose, are split between groups, or were not heard.',
  ),
  ...(['governments', 'others'] as const).flatMap((who): RecordBlock[] => {
    const rows = record.positions
      .filter((row) => STANDINGS.some((standing) => row[who][standing] > 0) || row[who].split > 0)
      .map((row) => [row.label === '' ? 'no number' : row.label, ...tallyCells(row[who])]);
    return rows.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: who === 'governments' ? 'Governments' : 'Others' },
          ...table(
            ['Paragraph', 'Support', 'Can live with', 'Concern', 'Oppose', 'Split', 'Not heard'],
            rows,
          ),
        ];
  }),
];

const inputs = ({ inputs: counts }: DocumentRecord): RecordBlock[] => [
  section('inputs', 'Comments and proposals'),
  said(
    `${plural(counts.received, 'comment or proposal was', 'comments and proposals were')} received, ${counts.withdrawn} withdrawn without decision.`,
  ),
  ...table(
    ['', ...DECISIONS.map((decision) => DECISION_WORDS[decision]), UNDECIDED],
    [['All', ...DECISIONS.map((decision) => String(counts[decision])), String(counts.undecided)]],
  ),
];

const proof = ({ id, audit }: DocumentRecord, address: string): RecordBlock[] => [
  section('proof', 'How to check this record'),
  said(
    `Entry ${audit.seq} of the audit log has the SHA-256 ${audit.hash}. Every entry holds the hash of the one before.`,
  ),
  said(
    `The archive holds everything above, and more: ${address}/api/documents/${id}/export/archive.json. npm run -s verify -- archive.json --head ${id}:${audit.seq}:${audit.hash} checks without a server that nothing in it was altered, up to this entry.`,
  ),
];

/** The record in the order in which it is read. `address`: of the server, without a slash at its end. */
export const recordBlocks = (record: DocumentRecord, address: string): RecordBlock[] => [
  ...adoption(record),
  ...roadmap(record),
  ...versions(record),
  ...text(record),
  section('declarations', 'Declarations'),
  ...declarationBlocks(record),
  ...silences(record),
  ...positions(record),
  ...inputs(record),
  section('statements', 'Statements'),
  ...statementBlocks(record),
  ...proof(record, address),
];
