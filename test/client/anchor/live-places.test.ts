import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createLivePlaces } from '../../../client/anchor/live-places.ts';
import { type FindPlaces, findPlaces } from '../../../client/anchor/place-finder.ts';
import { type Chained, followTo } from '../../../shared/anchor/chain.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import { moveParagraph, removeParagraph } from '../../../shared/text/structure.ts';
import { anchorOn, id, live, liveAnchorOn, paragraph, told } from '../../shared/anchor/texts.ts';

const A = 'Stressing the need for sustained cooperation among all Member States and observers,';
const B =
  'Decides to convene an intergovernmental meeting in Geneva, and requests the Secretariat to prepare it.';
const ZERO = 'v1' as VersionId;

/** Finds on the spot what the worker finds beside the page. */
const find: FindPlaces = async ({ name, paragraphs, chained, order, texts }) => {
  const others = new Map(texts.map(([other, words]) => [other, { text: indexText(words), live: null }]));
  const follow = followTo(
    { name, text: indexText(paragraphs), live: null },
    order,
    (other) => others.get(other) ?? null,
  );
  return chained.map(([key, one]) => [key, follow(one)] as const);
};
const chain = (anchors: Record<string, Anchor>): Map<string, Chained> =>
  new Map(Object.entries(anchors).map(([key, anchor]) => [key, { anchor, recorded: [] }]));

const start = (): Y.Text => live(paragraph('a', A), paragraph('b', B));
const insertBefore = (text: Y.Text, words: string, inserted: string): void => {
  const places = createLivePlaces(text);
  const number = places.paragraphs().findIndex((one) => one.text.includes(words));
  const before = places
    .paragraphs()
    .slice(0, number)
    .reduce((sum, one) => sum + one.text.length + 1, 1);
  text.insert(before + (places.paragraphs()[number]?.text.indexOf(words) ?? 0), inserted);
};

describe('places in the live text', () => {
  const tell = (places: ReturnType<typeof createLivePlaces>, key: string): string => {
    const place = places.places().get(key);
    return place === undefined ? 'nowhere' : told(place, places.paragraphs());
  };

  it('N15: places follow the text when asked to', () => {
    const text = start();
    const places = createLivePlaces(text);
    places.follow(chain({ x: liveAnchorOn(text, 'b', 'intergovernmental meeting') }));
    expect(places.refresh()).toBe(false);
    insertBefore(text, 'Decides', 'Hereby ');
    expect(places.refresh()).toBe(true);
    expect(tell(places, 'x')).toBe('found unchanged b: intergovernmental meeting');
    insertBefore(text, 'Stressing', 'Further ');
    expect(places.refresh()).toBe(false);
    insertBefore(text, 'meeting', 'preparatory ');
    places.refresh();
    expect(tell(places, 'x')).toBe('changed changed b: intergovernmental preparatory meeting');
    removeParagraph(text, id('b'));
    places.refresh();
    expect(tell(places, 'x')).toBe('orphan removed near a');
  });

  it('N15: an anchor on a version is carried once and moves with the words from then on', async () => {
    const old = [paragraph('a', A), paragraph('b', B.replace('in Geneva', 'in Rome'))];
    const text = start();
    const places = createLivePlaces(text);
    places.follow(
      chain({
        x: anchorOn(old, 'b', 'the Secretariat', ZERO),
        y: anchorOn(old, 'b', 'an intergovernmental meeting in Rome', ZERO),
      }),
    );
    expect([...places.lacking().keys()]).toEqual(['x', 'y']);
    const paragraphs = places.paragraphs();
    const found = await findPlaces(find, async () => old, { name: 'working', paragraphs }, places.lacking(), [
      ZERO,
    ]);
    // Somebody types elsewhere while the worker compares.
    insertBefore(text, 'Stressing', 'Further ');
    places.refresh();
    places.take(found, paragraphs);
    expect(places.lacking().size).toBe(0);
    expect(tell(places, 'x')).toBe('found unchanged b: the Secretariat');
    expect(tell(places, 'y')).toBe('changed changed b: an intergovernmental meeting in');
    moveParagraph(text, id('b'), id('a'));
    insertBefore(text, 'Decides', 'Hereby ');
    places.refresh();
    expect(tell(places, 'x')).toBe('found unchanged b: the Secretariat');
    expect(tell(places, 'y')).toBe('changed changed b: an intergovernmental meeting in');
  });

  it('N15: a place in a paragraph that changed meanwhile is not taken', async () => {
    const old = [paragraph('a', A), paragraph('b', B)];
    const text = start();
    const places = createLivePlaces(text);
    places.follow(chain({ x: anchorOn(old, 'b', 'the Secretariat', ZERO) }));
    const paragraphs = places.paragraphs();
    const found = await findPlaces(find, async () => old, { name: 'working', paragraphs }, places.lacking(), [
      ZERO,
    ]);
    insertBefore(text, 'Decides', 'Hereby ');
    places.refresh();
    places.take(found, paragraphs);
    expect(tell(places, 'x')).toBe('nowhere');
    expect(places.lacking().size).toBe(1);
  });

  it('N15: a text that may not be read leaves its anchors to their quotes', async () => {
    const old = [paragraph('a', A), paragraph('b', B)];
    const found = await findPlaces(
      find,
      async () => null,
      { name: 'v2' as VersionId, paragraphs: old },
      chain({ x: anchorOn(old, 'b', 'the Secretariat', ZERO) }),
      [ZERO, 'v2' as VersionId],
    );
    expect(told(found.get('x') as never, old)).toBe('found unchanged b: the Secretariat');
  });
});
