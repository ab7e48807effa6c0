import type { Direction, ParagraphKind, Run } from '../../../shared/model/paragraph.ts';

/** One paragraph of the sample text. `key` becomes its paragraph id, so that lineage holds from text to text. */
export interface SampleBlock {
  readonly key: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly dir: Direction;
  readonly runs: readonly Run[];
}

/** `_word_` is italic in the sample sources: the only mark a UN text uses there (opening words). */
function runsOf(source: string): Run[] {
  return source
    .split('_')
    .map((text, k): Run => (k % 2 === 1 ? { text, italic: true } : { text }))
    .filter((run) => run.text !== '');
}

const block =
  (kind: ParagraphKind, level: number) =>
  (key: string, source: string): SampleBlock => ({
    key,
    kind,
    level,
    dir: 'auto',
    runs: runsOf(source),
  });

export const title = block('title', 0);
export const section = block('heading', 1);
export const subsection = block('heading', 2);
/** A preambular paragraph. */
export const pp = block('preambular', 0);
/** A numbered paragraph. */
export const op = block('operative', 0);
export const plain = block('plain', 0);
/** A lettered item, `(a)`. */
export const item = block('item', 1);
/** An item below an item, `(i)`. */
export const subitem = block('item', 2);

export { runsOf };
