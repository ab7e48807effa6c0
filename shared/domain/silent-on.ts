import type { DelegationId, ParagraphId } from '../model/ids.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { columnsBy } from './matrix-counts.ts';
import { isThroughGroup, kindOf, type PositionMatrix } from './position-matrix.ts';

/** Who has said nothing on a part of the text, by themselves or through a group (rule V39). */
export interface SilentOn {
  readonly delegations: readonly DelegationId[];
  /** Heard there through groups alone. */
  readonly throughGroups: readonly DelegationId[];
  /** Constituencies and regional groups of which nobody was heard there. */
  readonly constituencies: readonly string[];
  readonly regions: readonly string[];
}

/**
 * The paragraphs of a section, which stand in one stretch: its heading and all below, up to the next heading of its
 * level or a higher one; what begins with another paragraph ends at any heading. None where the text has no such one.
 */
export function paragraphsBelow(
  paragraphs: readonly Pick<Paragraph, 'id' | 'kind' | 'level'>[],
  heading: ParagraphId,
): ParagraphId[] {
  const start = paragraphs.findIndex(({ id }) => id === heading);
  const head = paragraphs[start];
  if (head === undefined) return [];
  const rest = paragraphs.slice(start + 1);
  const end = rest.findIndex(
    ({ kind, level }) => kind === 'heading' && (head.kind !== 'heading' || level <= head.level),
  );
  return [head, ...(end < 0 ? rest : rest.slice(0, end))].map(({ id }) => id);
}

export function silentOn(matrix: PositionMatrix, section: readonly ParagraphId[]): SilentOn {
  const { delegations, cells, paragraphs, paragraphAt } = matrix;
  const at = section.flatMap((id) => paragraphAt.get(id) ?? []);
  const heard = delegations.map((_, d) => {
    const said = at.map((p) => cells[d * paragraphs.length + p] ?? 0).filter((cell) => kindOf(cell) !== 0);
    return said.length === 0 ? 'no' : said.every(isThroughGroup) ? 'through-groups' : 'itself';
  });
  const which = (how: string): DelegationId[] =>
    delegations.filter((_, d) => heard[d] === how).map(({ id }) => id);
  const silent = (kind: 'constituency' | 'region'): string[] =>
    columnsBy(kind, matrix)
      .filter(({ members }) => members.every((d) => heard[d] === 'no'))
      .map(({ key }) => key);
  return {
    delegations: which('no'),
    throughGroups: which('through-groups'),
    constituencies: silent('constituency'),
    regions: silent('region'),
  };
}
