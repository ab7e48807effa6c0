import type { DeclarationsAnswer, ListedDeclaration } from '../../../shared/api/declaration.ts';
import type { Declaration, DeclarationKind } from '../../../shared/model/declaration.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';

/** Most serious first, as they are shown everywhere. */
export const KINDS: readonly DeclarationKind[] = [
  'dissociation',
  'reservation',
  'explanation-of-position',
  'general-statement',
];

/** A declaration with what the server says of it; null until it has said so. */
export interface Recorded {
  readonly row: Declaration;
  readonly listed: ListedDeclaration | null;
}

/** All declarations, newest first. */
export function recordedOf(
  { rows }: Pick<RegisterView, 'rows'>,
  answer: DeclarationsAnswer | undefined,
): readonly Recorded[] {
  const listed = new Map(answer?.declarations.map((one) => [one.id, one]));
  return [...rows.declaration.values()]
    .map((row) => ({ row, listed: listed.get(row.id) ?? null }))
    .sort(({ row: a }, { row: b }) => (a.by.at < b.by.at ? 1 : a.by.at > b.by.at ? -1 : 0));
}

/** Whether a government stands behind it. Until the server has told whom a group speaks for, its filer decides. */
export const isOfGovernments = (
  { row, listed }: Recorded,
  { directory }: Pick<RegisterView, 'directory'>,
): boolean =>
  listed?.governmental ??
  directory.delegations.get(row.holder.noun === 'delegation' ? row.holder.id : row.by.delegationId)
    ?.constituency === 'government';

/** Who holds it: a delegation or a group, by name. Empty where it is not known (yet). */
export function holderName(
  { rows, directory }: Pick<RegisterView, 'rows' | 'directory'>,
  { holder }: Pick<Declaration, 'holder'>,
): string {
  const found = holder.noun === 'group' ? rows.group.get(holder.id) : directory.delegations.get(holder.id);
  return found?.name ?? '';
}

/** Paragraphs by the labels that a version prints beside them, in reading order, in one line. */
export const labelsOf = (
  ids: readonly ParagraphId[],
  cited: ReadonlyMap<ParagraphId, string>,
  unnumbered: string,
): string => {
  const order = [...cited.keys()];
  return ids
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((id) => cited.get(id) ?? unnumbered)
    .join(', ');
};
