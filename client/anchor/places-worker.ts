import { type Chained, followTo } from '../../shared/anchor/chain.ts';
import { type AnchorParagraph, indexText } from '../../shared/anchor/indexed-text.ts';
import type { AnchoredText, Place } from '../../shared/model/anchor.ts';
import type { VersionId } from '../../shared/model/ids.ts';

/** What the worker is asked: where these anchors stand in a text. Each request has a number, and the answer bears it. */
export interface PlacesRequest {
  readonly number: number;
  readonly name: AnchoredText;
  readonly paragraphs: readonly AnchorParagraph[];
  readonly chained: readonly (readonly [id: string, one: Chained])[];
  readonly order: readonly VersionId[];
  readonly texts: readonly (readonly [name: AnchoredText, paragraphs: readonly AnchorParagraph[]])[];
}

export interface PlacesReply {
  readonly number: number;
  readonly places: readonly (readonly [id: string, place: Place])[];
}

/** Texts are compared here, beside the page, which stays quick. */
self.addEventListener('message', ({ data }: MessageEvent<PlacesRequest>) => {
  const { number, name, paragraphs, chained, order } = data;
  const texts = new Map(data.texts.map(([other, words]) => [other, { text: indexText(words), live: null }]));
  const follow = followTo(
    { name, text: indexText(paragraphs), live: null },
    order,
    (other) => texts.get(other) ?? null,
  );
  const places = chained.map(([id, one]) => [id, follow(one)] as const);
  self.postMessage({ number, places } satisfies PlacesReply);
});
