import type { Fragment, Node, Schema } from '@tiptap/pm/model';
import { Fragment as Fragments } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { NewId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Run } from '../../../shared/model/paragraph.ts';
import type { PastedBlock } from './pasted-block.ts';

export interface PasteInto {
  readonly blocks: readonly PastedBlock[];
  /** The document pasted into: its own cut paragraphs keep their ids. */
  readonly document: string;
  readonly newId: NewId;
}

/**
 * One transaction that puts pasted blocks at the selection. Words without a paragraph of their own join the
 * paragraph at the caret; whole paragraphs stand before, after or between its halves, never inside a sentence.
 * Null where there is nothing to paste.
 */
export function insertPasted(state: EditorState, into: PasteInto): Transaction | null {
  const first = into.blocks[0];
  if (first === undefined) return null;
  const tr = state.tr;
  if (!tr.selection.empty) tr.deleteSelection();
  // A selection may hold no place for a caret, as in a text without paragraphs.
  if (!tr.selection.$from.parent.isTextblock) return null;
  if (into.blocks.length === 1) insertOne(tr, first);
  else insertSeveral(tr, into);
  return tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView();
}

function insertOne(tr: Transaction, block: PastedBlock): void {
  const { $from } = tr.selection;
  const schema = tr.doc.type.schema;
  if ($from.parent.content.size === 0 && block.open !== 'both') {
    setKind(tr, $from.before(), block);
    tr.insert($from.pos, content(schema, block.runs));
  } else tr.insert($from.pos, content(schema, [{ text: block.typed }, ...block.runs]));
}

function insertSeveral(tr: Transaction, into: PasteInto): void {
  const { schema } = tr.doc.type;
  const { $from } = tr.selection;
  const blocks = [...into.blocks];
  const [first, last] = [blocks[0] as PastedBlock, blocks.at(-1) as PastedBlock];
  const { parentOffset, parent } = $from;
  const empty = parent.content.size === 0;
  const middle = parentOffset > 0 && parentOffset < parent.content.size;
  if (middle) splitHere(tr, into.newId);

  /** Where the next whole paragraph goes. */
  let gap =
    parentOffset === 0 && !empty
      ? $from.before()
      : $from.pos + 1 + (middle ? 0 : parent.content.size - parentOffset);
  const joinsStart = empty || (parentOffset > 0 && opensAt(first, 'start'));
  if (joinsStart) {
    blocks.shift();
    if (empty && first.open !== 'both') setKind(tr, $from.before(), first);
    const added = content(schema, first.runs);
    tr.insert($from.pos, added);
    gap = empty ? $from.after() + added.size : gap + added.size;
  }
  const joinsEnd = middle && blocks.length > 0 && opensAt(last, 'end');
  if (joinsEnd) blocks.pop();
  let caret = gap - 1;
  for (const block of blocks) {
    const node = paragraph(tr.doc, block, into);
    tr.insert(gap, node);
    gap += node.nodeSize;
    caret = gap - 1;
  }
  if (joinsEnd) {
    const added = content(schema, last.runs);
    tr.insert(gap + 1, added);
    if (last.open !== 'both') setKind(tr, gap, last);
    caret = gap + 1 + added.size;
  }
  tr.setSelection(TextSelection.create(tr.doc, caret));
}

const opensAt = (block: PastedBlock, end: 'start' | 'end'): boolean =>
  block.open === 'both' || block.open === end;

/** The second half is a new paragraph that came from the first (docs/spec.md, T). */
function splitHere(tr: Transaction, newId: NewId): void {
  const { parent, pos } = tr.selection.$from;
  const attrs = { ...parent.attrs, id: newId(), from: [parent.attrs.id as ParagraphId], pinned: null };
  tr.split(pos, 1, [{ type: parent.type, attrs }]);
}

function setKind(tr: Transaction, before: number, block: PastedBlock): void {
  const node = tr.doc.nodeAt(before) as Node;
  const { kind, level, dir, pinned } = block;
  tr.setNodeMarkup(before, null, { ...node.attrs, kind, level, dir, pinned });
}

function paragraph(doc: Node, block: PastedBlock, into: PasteInto): Node {
  const { kind, level, dir, pinned, own } = block;
  const schema = doc.type.schema;
  const keeps = own !== null && own.document === into.document && !bears(doc, own.id);
  const id = keeps ? own.id : (into.newId() as ParagraphId);
  return schema.node('paragraph', { id, kind, level, dir, pinned }, content(schema, block.runs));
}

const bears = (doc: Node, id: ParagraphId): boolean => doc.children.some((node) => node.attrs.id === id);

/** Runs as ProseMirror text. */
export function content(schema: Schema, runs: readonly Run[]): Fragment {
  const { bold, italic, underline, link } = schema.marks;
  const nodes = runs
    .filter((run) => run.text !== '')
    .map((run) =>
      schema.text(run.text, [
        ...(run.link !== undefined && link !== undefined ? [link.create({ href: run.link })] : []),
        ...(run.bold && bold !== undefined ? [bold.create()] : []),
        ...(run.italic && italic !== undefined ? [italic.create()] : []),
        ...(run.underline && underline !== undefined ? [underline.create()] : []),
      ]),
    );
  return Fragments.fromArray(nodes);
}
