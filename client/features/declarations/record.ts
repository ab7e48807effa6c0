import type { DeclarationsAnswer, ListedDeclaration } from '../../../shared/api/declaration.ts';
import type { Declaration, DeclarationKind } from '../../../shared/model/declaration.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import type { Translate } from '../../ui/messages.ts';
import type { RecordText } from './use-record-text.ts';

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

/** Characters that name a paragraph without a number. */
const NAME = 28;

/** How a paragraph is named in a line: as it is cited, else by its first words. */
export function paragraphName(id: ParagraphId, text: RecordText | null, t: Translate): string {
  const cited = text?.cited.get(id);
  if (cited !== undefined) return cited;
  const words = text?.byId.get(id)?.text ?? '';
  if (words === '') return t('declarations.on.unnumbered');
  return t('declarations.unnumbered', {
    words: words.length > NAME ? `${words.slice(0, NAME).trimEnd()}…` : words,
  });
}

/** Paragraphs by name, in reading order, in one line. */
export function labelsOf(ids: readonly ParagraphId[], text: RecordText | null, t: Translate): string {
  const order = new Map<ParagraphId, number>(text?.paragraphs.map(({ id }, place) => [id, place]));
  return ids
    .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map((id) => paragraphName(id, text, t))
    .join(', ');
}
