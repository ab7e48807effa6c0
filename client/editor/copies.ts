import type { EditorState, Transaction } from '@tiptap/pm/state';
import { paragraphAt } from './commands/selected.ts';
import { labelsIn } from './labels/labels-plugin.ts';

/** A paragraph that stands in the text twice, as two people moving it at once leave it. */
export interface Copies {
  /** Ids as they are shown: that of the copy is derived from the other (docs/spec.md, T). */
  readonly original: string;
  readonly copy: string;
  readonly label: string;
  /** Whether both hold the same words, so that taking one away loses nothing. */
  readonly same: boolean;
}

const DERIVED = /^(.+)~\d+$/;

/** All paragraphs that stand there twice, in reading order of the copies. */
export function copiesIn(state: EditorState): Copies[] {
  const nodes = state.doc.children;
  const labels = labelsIn(state);
  const places = new Map(nodes.map((node, k) => [node.attrs.id as string, k]));
  return nodes.flatMap((node) => {
    const copy = node.attrs.id as string;
    const original = DERIVED.exec(copy)?.[1];
    const at = original === undefined ? undefined : places.get(original);
    if (original === undefined || at === undefined) return [];
    const same = nodes[at]?.textContent === node.textContent;
    return [{ original, copy, label: labels[at] ?? '', same }];
  });
}

export const sameCopies = (a: readonly Copies[], b: readonly Copies[]): boolean =>
  a.length === b.length &&
  a.every((one, k) => one.copy === b[k]?.copy && one.same === b[k]?.same && one.label === b[k]?.label);

/** Takes the copy away. Null where the two no longer hold the same words: then nothing is removed unseen. */
export function removeCopy(state: EditorState, copies: Copies): Transaction | null {
  const present = copiesIn(state).find(({ copy }) => copy === copies.copy);
  const number = state.doc.children.findIndex((node) => node.attrs.id === copies.copy);
  const place = paragraphAt(state.doc, number);
  if (present?.same !== true || place === null) return null;
  return state.tr.delete(place.start, place.start + place.node.nodeSize);
}
