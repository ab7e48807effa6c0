import type { InvitedManyAnswer } from '../../../shared/api/delegation.ts';
import { csvText } from '../../../shared/format/report/write-csv.ts';

type Invited = InvitedManyAnswer['invited'];

const cellsOf = ({ delegation, participant, url }: Invited[number]): readonly string[] => [
  delegation.name,
  participant.name,
  url,
];

/** Links as a table for a spreadsheet or a mail merge; a name that a spreadsheet would run as a formula is kept from it. */
export const invitationCsv = (head: readonly string[], invited: Invited): string =>
  csvText([head, ...invited.map(cellsOf)]);

/** Links to paste: a line each, its cells parted by tabs. Names hold no control characters. */
export const invitationLines = (invited: Invited): string =>
  invited.map((one) => cellsOf(one).join('\t')).join('\n');
