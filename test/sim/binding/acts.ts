import { chainCommands } from '@tiptap/pm/commands';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { canJoin } from '@tiptap/pm/transform';
import { redo, undo } from '../../../client/editor/binding/undo.ts';
import { deleteSelected } from '../../../client/editor/commands/delete-range.ts';
import { joinAbove, joinBelow } from '../../../client/editor/commands/join.ts';
import { indent, outdent } from '../../../client/editor/commands/kind.ts';
import { toggle } from '../../../client/editor/commands/marks.ts';
import { moveSelected } from '../../../client/editor/commands/move.ts';
import { splitParagraph } from '../../../client/editor/commands/split.ts';
import { PARAGRAPH_KINDS } from '../../../shared/model/paragraph.ts';
import { levelFor } from '../../../shared/text/marker.ts';
import type { Host } from '../../client/editor/host.ts';
import type { Random } from '../random.ts';
import type { Supply } from './supply.ts';

/** Something a person does in an editor. Acts on what the editor shows, like a person, never on the text. */
export interface Act {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  /** Whether it may insert characters again that stood there before. */
  readonly repeats?: boolean;
  run(host: Host, random: Random, supply: Supply): void;
}

const paragraphStart = (doc: Node, number: number): number => {
  let start = 0;
  for (let k = 0; k < number; k++) start += doc.child(k).nodeSize;
  return start;
};

/** A place in text that does not cut a character. */
function randomPlace(doc: Node, random: Random): number | null {
  if (doc.childCount === 0) return null;
  const number = random.below(doc.childCount);
  const text = doc.child(number).textContent;
  let offset = random.below(text.length + 1);
  if (/[\uDC00-\uDFFF]/.test(text[offset] ?? '') && /[\uD800-\uDBFF]/.test(text[offset - 1] ?? ''))
    offset -= 1;
  return paragraphStart(doc, number) + 1 + offset;
}

/** A stretch of text, seldom across paragraphs. */
function randomRange(doc: Node, random: Random): readonly [number, number] | null {
  const from = randomPlace(doc, random);
  if (from === null) return null;
  let to = randomPlace(doc, random) as number;
  if (!random.chance(0.2)) {
    const at = doc.resolve(from);
    const most = Math.min(at.end(), from + 6);
    to = from + random.below(most - from + 1);
    const text = at.parent.textContent;
    if (/[\uDC00-\uDFFF]/.test(text[to - at.start()] ?? '')) to += 1;
  }
  return from <= to ? [from, to] : [to, from];
}

const caretTo = (host: Host, place: number): void =>
  host.dispatch(host.state.tr.setSelection(TextSelection.create(host.state.doc, place)));

/** A key press, half the time after a click at the start or end of a paragraph, where most rules are. */
const command = (name: string, weight: number, run: Command): Act => ({
  name,
  weight,
  run(host, random) {
    const place = random.chance(0.5) ? randomPlace(host.state.doc, random) : null;
    if (place !== null) {
      const at = host.state.doc.resolve(place);
      caretTo(host, random.chance(0.5) ? at.start() : at.end());
    }
    run(host.state, host.dispatch);
  },
});

export const ACTS: readonly Act[] = [
  {
    name: 'go on typing',
    weight: 8,
    run(host, random, supply) {
      if (host.state.selection.$from.parent.isTextblock)
        host.dispatch(host.state.tr.insertText(supply.characters(1 + random.below(3))));
    },
  },
  {
    name: 'type elsewhere',
    weight: 8,
    run(host, random, supply) {
      const place = randomPlace(host.state.doc, random);
      if (place === null) return;
      caretTo(host, place);
      host.dispatch(host.state.tr.insertText(supply.characters(1 + random.below(3))));
    },
  },
  {
    name: 'select',
    weight: 2,
    run(host, random) {
      const range = randomRange(host.state.doc, random);
      if (range === null) return;
      const [anchor, head] = random.chance(0.5) ? range : [range[1], range[0]];
      host.dispatch(host.state.tr.setSelection(TextSelection.create(host.state.doc, anchor, head)));
    },
  },
  {
    name: 'delete',
    weight: 4,
    run(host, random) {
      const range = randomRange(host.state.doc, random);
      if (range !== null && range[0] < range[1]) host.dispatch(host.state.tr.delete(...range));
    },
  },
  {
    name: 'replace',
    weight: 2,
    run(host, random, supply) {
      const range = randomRange(host.state.doc, random);
      if (range !== null) host.dispatch(host.state.tr.insertText(supply.characters(2), ...range));
    },
  },
  {
    name: 'split',
    weight: 4,
    run(host, random) {
      const place = randomPlace(host.state.doc, random);
      if (place !== null) host.dispatch(host.state.tr.split(place));
    },
  },
  {
    name: 'join',
    weight: 3,
    run(host, random) {
      const { doc } = host.state;
      if (doc.childCount < 2) return;
      const place = paragraphStart(doc, 1 + random.below(doc.childCount - 1));
      if (canJoin(doc, place)) host.dispatch(host.state.tr.join(place));
    },
  },
  {
    name: 'change kind',
    weight: 2,
    run(host, random) {
      const { doc, tr } = host.state;
      if (doc.childCount === 0) return;
      const start = paragraphStart(doc, random.below(doc.childCount));
      const kind = random.pick(PARAGRAPH_KINDS);
      const attrs = doc.nodeAt(start)?.attrs;
      host.dispatch(
        tr.setNodeMarkup(start, null, { ...attrs, kind, level: levelFor(kind, 1 + random.below(4)) }),
      );
    },
  },
  {
    name: 'change marks',
    weight: 4,
    run(host, random) {
      const range = randomRange(host.state.doc, random);
      if (range === null) return;
      const { schema, tr } = host.state;
      const name = random.pick(['bold', 'italic', 'underline', 'link']);
      const mark = schema.mark(name, name === 'link' ? { href: 'https://example.org/' } : null);
      host.dispatch(random.chance(0.5) ? tr.addMark(...range, mark) : tr.removeMark(...range, mark));
    },
  },
  {
    name: 'choose a mark for what comes',
    weight: 1,
    run(host, random) {
      const { schema, tr } = host.state;
      const mark = schema.mark(random.pick(['bold', 'italic']));
      host.dispatch(random.chance(0.5) ? tr.addStoredMark(mark) : tr.removeStoredMark(mark));
    },
  },
  {
    name: 'move',
    weight: 2,
    repeats: true,
    run(host, random) {
      const { doc, tr } = host.state;
      if (doc.childCount < 2) return;
      const number = random.below(doc.childCount);
      const start = paragraphStart(doc, number);
      const node = doc.child(number);
      tr.delete(start, start + node.nodeSize);
      tr.insert(paragraphStart(tr.doc, random.below(tr.doc.childCount + 1)), node);
      host.dispatch(tr);
    },
  },
  {
    name: 'paste paragraphs',
    weight: 2,
    run(host, random, supply) {
      const place = randomPlace(host.state.doc, random);
      if (place === null) return;
      const { schema, tr, doc } = host.state;
      // As copied from this very text: with ids that stand there already.
      const attrs = () => ({ ...doc.child(random.below(doc.childCount)).attrs });
      const bold = [schema.mark('bold')];
      const paragraphs = Array.from({ length: 1 + random.below(3) }, () =>
        schema.node('paragraph', attrs(), [
          schema.text(supply.characters(2)),
          schema.text(supply.characters(1), bold),
        ]),
      );
      const open = random.below(2);
      const content = Fragment.from(paragraphs);
      host.dispatch(tr.replace(place, place, new Slice(content, open, open)));
    },
  },
  command('press Enter', 3, splitParagraph),
  command('press Backspace', 3, chainCommands(deleteSelected, joinAbove)),
  command('press Delete', 3, chainCommands(deleteSelected, joinBelow)),
  command('press Tab', 1, indent),
  command('press Shift-Tab', 1, outdent),
  command('press Mod-b', 2, toggle('bold')),
  { ...command('press Alt-Up', 1, moveSelected('up')), repeats: true },
  { ...command('press Alt-Down', 1, moveSelected('down')), repeats: true },
  { name: 'undo', weight: 3, repeats: true, run: (host) => void undo(host.state, () => {}) },
  { name: 'redo', weight: 2, repeats: true, run: (host) => void redo(host.state, () => {}) },
];
