import { compileRolling } from '../../../shared/format/rolling/compile-rolling.ts';
import { isOpen, openChanges } from '../../../shared/format/rolling/open-changes.ts';
import { dispositionId } from '../../../shared/model/disposition.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { RollingText } from '../../../shared/model/rolling.ts';
import type { RegisterCopy } from '../../api/register/register-copy.ts';

/** The rolling text of this moment, compiled on the device by what the server prints files with. */
export function compiledFrom(
  paragraphs: readonly LabelledParagraph[],
  { rows, directory }: Pick<RegisterCopy, 'rows' | 'directory'>,
  byGroup: boolean,
): RollingText {
  const open = [...rows.proposal.values()].filter((proposal) =>
    isOpen(proposal, rows.disposition.get(dispositionId({ noun: 'proposal', id: proposal.id }))),
  );
  // Without groups everybody is named by delegation.
  const names = { delegations: directory.delegations, groups: byGroup ? rows.group : new Map() };
  const now = new Date().toISOString() as IsoTime;
  const changes = openChanges(open, paragraphs, names, now);
  return compileRolling({ paragraphs, changes, statuses: rows.status });
}
