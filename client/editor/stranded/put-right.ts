import { Fragment } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { toPosition } from '../../../shared/text/mapping.ts';
import { IMPLICIT_ID } from '../../../shared/text/marker.ts';
import type { TextHost } from '../binding/attach.ts';
import { bindingOf } from '../binding/binding-state.ts';
import { shapeOf } from '../binding/tokens.ts';
import { setAttributes } from '../commands/kind.ts';
import { freshHead, paragraphAt } from '../commands/selected.ts';
import { findStranded, type StrandedPart } from './find-stranded.ts';
import type { Stranded } from './read-stranded.ts';
import { type StrandedWords, strandedIn } from './stranded-plugin.ts';

/*
 * What a person may do with words of theirs that stand in a wrong place. Both look for the words anew, since the text
 * may have changed since they were offered, and answer null where there is nothing left to do.
 */

/** How many characters to the left of the words must be found again, if all of them cannot. */
const CONTEXT = 24;

/** Takes the words out and puts them into the paragraph they were typed in, where they stood if that can be told, else at its end. */
function moveIntoParagraph(state: EditorState, text: Y.Text, stranded: Stranded): Transaction | null {
  const found = findStranded(text, stranded);
  const number = state.doc.children.findIndex((node) => node.attrs.id === found?.home);
  const home = paragraphAt(state.doc, number);
  if (found === null || home === null) return null;
  const { tr } = state;
  let end = 0;
  let steps = 0;
  for (const { from, to, part } of placed(state, found.parts)) {
    const words = state.doc.slice(from, to).content;
    const place = home.start + 1 + placeAgain(stranded.gone, part.offset, home.node.textContent);
    const at = tr.mapping.map(place, 1);
    tr.insert(at, words);
    end = at + words.size;
    steps = tr.steps.length;
    tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1));
  }
  // Words without a marker are no paragraph once they are gone.
  const first = tr.doc.firstChild;
  if (first?.attrs.id === IMPLICIT_ID && first.content.size === 0) tr.delete(0, first.nodeSize);
  return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.slice(steps).map(end))).scrollIntoView();
}

/** Takes the words out and makes them a paragraph of their own, of the old kind, below the one they stood in. */
function keepAsParagraph(state: EditorState, text: Y.Text, stranded: Stranded): Transaction | null {
  const found = findStranded(text, stranded);
  if (found === null) return null;
  const parts = placed(state, found.parts);
  const first = state.doc.resolve(parts[0]?.from ?? 0).index(0);
  const above = paragraphAt(state.doc, first);
  if (above === null) return null;
  const { tr } = state;
  const fresh = freshHead(stranded.stood);
  const taken = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  if (above.head.id === IMPLICIT_ID && above.node.content.size === taken) {
    // Nothing stands above them, and they stand alone already: they only lack a marker.
    const { kind, level, dir } = fresh;
    return setAttributes(tr, above, { id: fresh.id, kind, level, dir });
  }
  const words = parts.reduce(
    (all, { from, to }) => all.append(state.doc.slice(from, to).content),
    Fragment.empty,
  );
  const place = above.start + above.node.nodeSize;
  tr.insert(place, state.schema.node('paragraph', { ...fresh }, words));
  for (const { from, to } of parts) tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1));
  const end = tr.mapping.slice(1).map(place + words.size + 1);
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

/** Does what is offered for these words, and is done with them. False if there was nothing left to do. */
export function putRight(host: TextHost, { key, stranded, home }: StrandedWords): boolean {
  const text = bindingOf(host.state)?.text;
  const build = home === null ? keepAsParagraph : moveIntoParagraph;
  const tr = text === undefined ? null : build(host.state, text, stranded);
  if (tr === null) return false;
  carryOut(host, tr);
  strandedIn(host.state)?.leave(key);
  return true;
}

/** Carries an act out as one step of the history, apart from typing before and after it. */
function carryOut(host: TextHost, tr: Transaction): void {
  const manager = bindingOf(host.state)?.history.manager;
  manager?.stopCapturing();
  host.dispatch(tr);
  manager?.stopCapturing();
}

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly part: StrandedPart;
}

/** The parts' places in the document, which shows what the text holds. */
function placed({ doc }: EditorState, parts: readonly StrandedPart[]): Placed[] {
  const shape = shapeOf(doc);
  return parts.map((part) => {
    // From the end, since a place on a border is told by the token on its left.
    const to = toPosition(shape, part.index + part.length);
    return { from: to - part.length, to, part };
  });
}

/** Where a place among the characters that went is found in the paragraph as it reads now; its end if nowhere. */
function placeAgain(gone: string, offset: number, now: string): number {
  const left = gone.slice(0, offset);
  const right = gone.slice(offset);
  if (now.startsWith(left) && (left !== '' || now === gone)) return left.length;
  if (right !== '' && now.endsWith(right)) return now.length - right.length;
  const near = left.slice(-CONTEXT);
  const at = near === '' ? -1 : now.indexOf(near);
  return at >= 0 && now.indexOf(near, at + 1) < 0 ? at + near.length : now.length;
}
