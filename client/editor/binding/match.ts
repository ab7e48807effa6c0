import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { visitContent } from '../../../shared/text/content.ts';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { readMarks, sameMarks } from '../../../shared/text/marks.ts';
import { headOf } from '../schema/paragraph.ts';
import { toMarks } from './document.ts';
import { sameHead } from './plan.ts';
import { hasImplicit, marksOf } from './tokens.ts';

/** Sets the attributes that differ from the heads in the text. The implicit paragraph has none there. */
export function matchHeads(tr: Transaction, heads: readonly ParagraphHead[]): void {
  const skip = hasImplicit(tr.doc) ? 1 : 0;
  tr.doc.forEach((paragraph, start, k) => {
    const wanted = heads[k - skip];
    if (k >= skip && wanted !== undefined) setHeadAt(tr, start, paragraph, wanted);
  });
}

/** Sets the attributes of the paragraph at a place, one small step each. Steps move nothing. */
export function setHeadAt(tr: Transaction, start: number, paragraph: Node, wanted: ParagraphHead): void {
  if (sameHead(headOf(paragraph), wanted) && paragraph.attrs.level === wanted.level) return;
  for (const key of ['id', 'kind', 'level', 'dir', 'pinned', 'from'] as const)
    if (JSON.stringify(paragraph.attrs[key]) !== JSON.stringify(wanted[key]))
      tr.setNodeAttribute(start, key, wanted[key]);
}

/** Sets the marks that differ from the formats in the text. The words of both must be the same already. */
export function matchMarks(tr: Transaction, text: Y.Text): void {
  const runs = runsOf(tr.doc);
  let number = 0;
  visitContent(text, (piece) => {
    if (piece.kind === 'marker') return;
    const wanted = readMarks(piece.formats);
    for (let left = piece.item.length; left > 0; ) {
      const run = runs[number];
      if (run === undefined) return;
      const length = Math.min(left, run.end - run.at);
      if (length === 0) {
        number += 1;
        continue;
      }
      setMarks(tr, run.node, run.at, run.at + length, wanted);
      run.at += length;
      left -= length;
    }
  });
}

interface OpenRun {
  readonly node: Node;
  at: number;
  readonly end: number;
}

function runsOf(doc: Node): OpenRun[] {
  const runs: OpenRun[] = [];
  doc.descendants((node, position) => {
    if (node.isText) runs.push({ node, at: position, end: position + node.nodeSize });
  });
  return runs;
}

function setMarks(
  tr: Transaction,
  node: Node,
  from: number,
  to: number,
  wanted: ReturnType<typeof readMarks>,
): void {
  if (sameMarks(marksOf(node.marks), wanted)) return;
  const marks = toMarks(node.type.schema, wanted);
  for (const mark of node.marks) if (!mark.isInSet(marks)) tr.removeMark(from, to, mark);
  for (const mark of marks) if (!mark.isInSet(node.marks)) tr.addMark(from, to, mark);
}
