import type { ParagraphId } from '../model/ids.ts';
import { plainText } from '../model/paragraph.ts';
import type { Proposal, ProposedChange } from '../model/proposal.ts';
import { unreachable } from '../model/result.ts';

/** What a proposal would have stand, change by change, for lists and tables: `12: We decide …`, `13: delete`. */
export const proposedWording = (
  { changes }: Pick<Proposal, 'changes'>,
  labelOf: (paragraph: ParagraphId) => string,
): string => changes.map((change) => changeWords(change, labelOf)).join('\n');

function changeWords(change: ProposedChange, labelOf: (paragraph: ParagraphId) => string): string {
  const { act, paragraph, base, wording, after } = change;
  const label = paragraph === null ? '' : labelOf(paragraph) || (base?.label ?? '');
  const on = label === '' ? '' : `${label}: `;
  const words = wording.map(({ runs }) => plainText(runs)).join('\n');
  switch (act) {
    case 'replace':
      return `${on}${words}`;
    case 'insert-after':
      return paragraph === null
        ? `at the beginning: ${words}`
        : `after ${label || 'this paragraph'}: ${words}`;
    case 'delete':
      return `${on}delete`;
    case 'keep':
      return `${on}retain`;
    case 'move':
      return `${on}${after === null ? 'move to the beginning' : `move to after ${labelOf(after) || 'another paragraph'}`}`;
    default:
      return unreachable(act);
  }
}
