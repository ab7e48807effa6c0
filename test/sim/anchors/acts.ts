import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Host } from '../../client/editor/host.ts';
import { ACTS, type Act } from '../binding/acts.ts';
import type { Random } from '../random.ts';

/** What the acts of the binding's simulation do, but for those that throw away half of a text at once. */
const GENTLE = ACTS.filter(({ name }) => !['select', 'delete', 'replace', 'paste paragraphs'].includes(name));

interface Spot {
  readonly node: Node;
  /** Position of its first character. */
  readonly start: number;
}

function pickParagraph(doc: Node, random: Random): Spot {
  const number = random.below(doc.childCount);
  let start = 1;
  for (let k = 0; k < number; k++) start += doc.child(k).nodeSize;
  return { node: doc.child(number), start };
}

/** One to nine words of a paragraph, from a border of words to a border of words. */
function pickWords({ node, start }: Spot, random: Random): readonly [number, number] | null {
  const spans = [...node.textContent.matchAll(/\S+\s?/gu)];
  if (spans.length === 0) return null;
  const first = random.below(spans.length);
  const last = Math.min(spans.length - 1, first + random.below(9));
  const [a, b] = [spans[first] as RegExpExecArray, spans[last] as RegExpExecArray];
  return [start + a.index, start + b.index + b[0].length];
}

/** Words of another place of the text: they read like those that stand there, and are not the same. */
function likeWords(doc: Node, random: Random): string {
  const spot = pickParagraph(doc, random);
  const range = pickWords(spot, random);
  return range === null ? 'and ' : doc.textBetween(range[0], range[1]);
}

const act = (name: string, weight: number, run: (host: Host, random: Random) => void): Act => ({
  name,
  weight,
  run: (host, random) => {
    if (host.state.doc.childCount > 0) run(host, random);
  },
});

/** As negotiators edit: mostly words, now and then a sentence, seldom a paragraph. */
export const EDITS: readonly Act[] = [
  ...GENTLE,
  act('delete words', 6, (host, random) => {
    const range = pickWords(pickParagraph(host.state.doc, random), random);
    if (range !== null) host.dispatch(host.state.tr.delete(...range));
  }),
  act('write words that stand elsewhere', 6, (host, random) => {
    const range = pickWords(pickParagraph(host.state.doc, random), random);
    if (range !== null) host.dispatch(host.state.tr.insertText(likeWords(host.state.doc, random), range[0]));
  }),
  act('replace words by words that stand elsewhere', 4, (host, random) => {
    const range = pickWords(pickParagraph(host.state.doc, random), random);
    if (range !== null) host.dispatch(host.state.tr.insertText(likeWords(host.state.doc, random), ...range));
  }),
  act('remove a paragraph', 1, (host, random) => {
    const { node, start } = pickParagraph(host.state.doc, random);
    if (host.state.doc.childCount > 4)
      host.dispatch(host.state.tr.delete(start - 1, start - 1 + node.nodeSize));
  }),
  act('click', 3, (host, random) => {
    const { start } = pickParagraph(host.state.doc, random);
    host.dispatch(host.state.tr.setSelection(TextSelection.create(host.state.doc, start)));
  }),
];
