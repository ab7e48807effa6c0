import { exceptionsIn } from '../../../shared/domain/alignment.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { DelegationId, GroupId, ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';

/** On how many paragraphs a group's word would count for a delegation. `said` is the sum of the others. */
export interface AlignmentCount {
  readonly said: number;
  readonly own: number;
  readonly except: number;
  readonly counts: number;
}

/** What follows from aligning, except on `except` and what came of these paragraphs since. */
export function countAlignment(
  { held }: Pick<PositionMatrix, 'held'>,
  paragraphs: readonly LabelledParagraph[],
  delegation: DelegationId,
  group: GroupId,
  except: readonly ParagraphId[],
): AlignmentCount {
  const left = new Set(exceptionsIn(except, paragraphs));
  const own = held.get(holderKey({ noun: 'delegation', id: delegation }));
  const said = [...(held.get(holderKey({ noun: 'group', id: group }))?.keys() ?? [])];
  const withOwn = said.filter((id) => own?.has(id) === true).length;
  const excepted = said.filter((id) => left.has(id) && own?.has(id) !== true).length;
  return { said: said.length, own: withOwn, except: excepted, counts: said.length - withOwn - excepted };
}
