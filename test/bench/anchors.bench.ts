import * as Y from 'yjs';
import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive } from '../../shared/anchor/live-text.ts';
import { relativeRange } from '../../shared/anchor/relative.ts';
import { resolveAnchor } from '../../shared/anchor/resolve.ts';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import { carryRegister } from '../../shared/domain/carriage.ts';
import type { Anchor, AnchoredText } from '../../shared/model/anchor.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import { insertParagraphs } from '../../shared/text/write.ts';
import { mutatedTexts } from '../shared/compare/mutator.ts';
import { createRandom } from '../sim/random.ts';
import { randomAnchor } from './anchors/random-anchors.ts';

/** 2,000 comments on a text of 300 paragraphs: what finding and carrying them costs. */
export const name = 'anchors';

const PARAGRAPHS = 300;
const ANCHORS = 2000;

const paragraphsOf = (texts: readonly { readonly text: string }[]): Paragraph[] =>
  texts.map(({ text }, k) => ({
    id: `p${k}` as ParagraphId,
    kind: 'operative',
    level: 0,
    dir: 'auto',
    from: [],
    pinned: null,
    runs: [{ text }],
  }));

/** A working text with the history of many small edits: as many items as a busy week leaves. */
function workedOn(paragraphs: readonly Paragraph[], edits: number): Y.Text {
  const doc = new Y.Doc();
  const text = doc.getText('text');
  insertParagraphs(text, 0, paragraphs);
  const random = createRandom(3);
  for (let k = 0; k < edits; k++) {
    const { starts, paragraphs: words } = indexAt(text, k);
    const at = random.below(starts.length);
    const place = (starts[at] as number) + random.below(words[at]?.text.length ?? 1);
    if (random.chance(0.5)) text.insert(place, 'some words ');
    else if ((words[at]?.text.length ?? 0) > place - (starts[at] as number) + 3) text.delete(place, 3);
  }
  return text;
}
let indexed: ReturnType<typeof indexLive> | null = null;
/** Read anew now and then: edits in between hit places a little off, which is as good for a benchmark. */
function indexAt(text: Y.Text, k: number): ReturnType<typeof indexLive> {
  if (indexed === null || k % 50 === 0) indexed = indexLive(text);
  return indexed;
}

function time(
  runs: number,
  act: (run: number) => unknown,
): { readonly median: number; readonly worst: number } {
  const took = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    act(run);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: took[took.length >> 1] as number, worst: took.at(-1) as number };
}

export async function run(print: (line: string) => void): Promise<void> {
  const tell = (what: string, { median, worst }: { readonly median: number; readonly worst: number }): void =>
    print(
      `${what.padEnd(64)}${median.toFixed(2).padStart(9)} ms median${worst.toFixed(2).padStart(9)} ms worst`,
    );
  const random = createRandom(1);
  const source = mutatedTexts(7, PARAGRAPHS);
  const text = workedOn(paragraphsOf(source.from), 3000);
  const live = indexLive(text);
  const anchors = Array.from({ length: ANCHORS }, (): Anchor => {
    const anchor = randomAnchor('working', live, random);
    return anchor.scope === 'words'
      ? { ...anchor, relative: relativeRange(live, anchor.paragraph, anchor.start, anchor.end) }
      : anchor;
  });
  print(`${live.paragraphs.length} paragraphs, ${live.joined.length} characters, ${ANCHORS} anchors`);

  tell(
    'index the live text',
    time(20, () => indexLive(text)),
  );
  tell(
    `find ${ANCHORS} anchors, nothing changed`,
    time(20, () => anchors.map((one) => resolveAnchor(one, live, live))),
  );
  const labelled = (texts: readonly { readonly text: string }[], prefix: string) =>
    texts.map(({ text: words }, k) => ({
      id: `${prefix}${k}` as ParagraphId,
      from: [],
      label: `${k + 1}`,
      text: words,
    }));
  const [old, fresh] = [labelled(source.from, 'p'), labelled(source.to, 'q')];
  const version = 'v1' as VersionId;
  const comments = Array.from({ length: ANCHORS }, (_, k) => ({
    id: `c${k}`,
    on: { noun: 'text', anchor: randomAnchor(version, indexText(old), random) },
    withdrawnAt: null,
  })) as unknown as Comment[];
  tell(
    'compare two texts',
    time(5, () => compareTexts(old, fresh)),
  );
  const carried = async (): Promise<void> => {
    const load = async (_: AnchoredText) => ({ text: indexText(old), live: null });
    await carryRegister(
      { comments, proposals: [], carriages: [] },
      { name: 'v2' as VersionId, text: indexText(fresh), live: null },
      [version],
      load,
    );
  };
  const took: number[] = [];
  for (let k = 0; k < 5; k++) {
    const start = performance.now();
    await carried();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  tell(`compare and carry ${ANCHORS} comments`, { median: took[2] as number, worst: took[4] as number });
}
