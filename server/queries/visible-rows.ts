import type { RegisterRows } from '../../shared/domain/input.ts';
import type { Delegation } from '../../shared/model/participant.ts';
import type { RegisterRowOf } from '../../shared/model/register.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { viewerOf } from './register.ts';
import { COPIED_NOUNS, type CopiedEntry, type CopiedNoun } from './register-copies.ts';
import { seenEntries } from './seen-entries.ts';

/**
 * The register as one visitor sees it, all but positions: newest revisions by noun and id, in the order in which rows
 * were last changed.
 */
export interface VisibleRows {
  readonly head: number;
  readonly rows: RegisterRows<CopiedNoun>;
  /** The same rows with their revisions, by seq. */
  readonly entries: readonly CopiedEntry[];
  readonly delegations: ReadonlyMap<string, Delegation>;
}

/** Every export and every derived view starts from here, so that nothing stands in one that its reader may not see. */
export async function visibleRows(
  { store, registers }: Pick<QueryContext, 'store' | 'registers'>,
  visitor: Visitor,
): Promise<VisibleRows> {
  const { id } = visitor.document;
  const delegations = await store.rows.delegations.ofDocument(id);
  const register = await registers.of(id);
  const { head, entries } = await seenEntries(register, viewerOf(visitor), 0);
  const maps = Object.fromEntries(COPIED_NOUNS.map((noun) => [noun, new Map()])) as unknown as {
    [Noun in CopiedNoun]: Map<string, RegisterRowOf[Noun]>;
  };
  for (const { noun, id: row, row: content } of entries)
    (maps[noun] as Map<string, unknown>).set(row, content);
  return { head, rows: maps, entries, delegations: new Map(delegations.map((row) => [row.id, row])) };
}
