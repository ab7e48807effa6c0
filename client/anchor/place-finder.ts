import type { Chained } from '../../shared/anchor/chain.ts';
import { textsNeeded } from '../../shared/anchor/chain.ts';
import type { AnchorParagraph } from '../../shared/anchor/indexed-text.ts';
import type { AnchoredText, Place } from '../../shared/model/anchor.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { PlacesReply, PlacesRequest } from './places-worker.ts';

/** The text whose places are asked for, as it stands at one moment. */
export interface AskedText {
  readonly name: AnchoredText;
  readonly paragraphs: readonly AnchorParagraph[];
}

/** Reads another text; null where the visitor may not see it or it is gone. */
export type LoadText = (name: AnchoredText) => Promise<readonly AnchorParagraph[] | null>;

/** What finds places beside the page. A function, so that tests can find them on the spot. */
export type FindPlaces = (request: Omit<PlacesRequest, 'number'>) => Promise<PlacesReply['places']>;

/** Where anchors stand in a text. Loads the texts that they must be followed from, then asks. */
export async function findPlaces(
  find: FindPlaces,
  load: LoadText,
  asked: AskedText,
  chained: ReadonlyMap<string, Chained>,
  order: readonly VersionId[],
): Promise<ReadonlyMap<string, Place>> {
  if (chained.size === 0) return new Map();
  const names = [...textsNeeded(chained.values(), asked.name, order)];
  const texts = await Promise.all(names.map(async (name) => [name, (await load(name)) ?? null] as const));
  return new Map(
    await find({
      ...asked,
      paragraphs: asked.paragraphs.map(bare),
      chained: [...chained],
      order,
      texts: texts.flatMap(([name, paragraphs]) =>
        paragraphs === null ? [] : [[name, paragraphs.map(bare)] as const],
      ),
    }),
  );
}

/** Without formats, which say nothing here: less to hand over. */
const bare = ({ id, from, label, text }: AnchorParagraph): AnchorParagraph => ({ id, from, label, text });

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, (places: PlacesReply['places']) => void>();

/** One worker for all pages, started when first needed. */
export const findInWorker: FindPlaces = (request) => {
  if (worker === null) {
    worker = new Worker(new URL('./places-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<PlacesReply>) => {
      waiting.get(data.number)?.(data.places);
      waiting.delete(data.number);
    });
    // Its code could not be fetched: nothing is found for now, and the next one who asks starts another.
    worker.addEventListener('error', () => {
      worker?.terminate();
      worker = null;
      for (const answer of waiting.values()) answer([]);
      waiting.clear();
    });
  }
  last += 1;
  const number = last;
  const answered = new Promise<PlacesReply['places']>((resolve) => waiting.set(number, resolve));
  worker.postMessage({ ...request, number } satisfies PlacesRequest);
  return answered;
};
