import type { Node } from '@tiptap/pm/model';
import type { Selection, Transaction } from '@tiptap/pm/state';
import { type ChangedRange, composeSteps } from './changed-ranges.ts';

/** Own changes that the editor shows and the text does not hold yet: only between a dispatch and its end. */
export interface Pending {
  /** The document that the text still equals. */
  readonly before: Node;
  readonly selection: Selection;
  readonly ranges: readonly ChangedRange[];
  /** Which composition of an input method they belong to, if any. */
  readonly composition: unknown;
}

export function addPending(pending: Pending | null, tr: Transaction, selection: Selection): Pending {
  return {
    before: pending?.before ?? tr.before,
    selection: pending?.selection ?? selection,
    ranges: composeSteps(pending?.ranges ?? [], tr.steps, tr.mapping.maps),
    composition: tr.getMeta('composition') ?? pending?.composition,
  };
}
