import { describe, expect, it } from 'vitest';
import { type FindPlaces, findPlaces } from '../../../client/anchor/place-finder.ts';
import { type Chained, followTo } from '../../../shared/anchor/chain.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import type { Place } from '../../../shared/model/anchor.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import { anchorOn, paragraph, told } from '../../shared/anchor/texts.ts';

const B =
  'Decides to convene an intergovernmental meeting in Geneva, and requests the Secretariat to prepare it.';
const [ZERO, REV] = ['v1' as VersionId, 'v2' as VersionId];
const OLD = [paragraph('b', B)];
const NEW = [paragraph('b', B.replace('Geneva', 'Nairobi'))];

/** Finds on the spot what the worker finds beside the page. */
const find: FindPlaces = async ({ name, paragraphs, chained, order, texts }) => {
  const others = new Map(texts.map(([other, words]) => [other, { text: indexText(words), live: null }]));
  const target = { name, text: indexText(paragraphs), live: null };
  const follow = followTo(target, order, (other) => others.get(other) ?? null);
  return chained.map(([key, one]) => [key, follow(one)] as const);
};

describe('finding places', () => {
  const anchor = anchorOn(OLD, 'b', 'the Secretariat', ZERO);
  const asked = { name: REV, paragraphs: NEW };
  const chain = (recorded: Chained['recorded'] = []) => new Map([['x', { anchor, recorded }]]);

  it('N13: loads the texts that anchors are followed from, and no others', async () => {
    const loaded: string[] = [];
    const load = async (name: string) => {
      loaded.push(name);
      return OLD;
    };
    const places = await findPlaces(find, load, asked, chain(), [ZERO, REV]);
    expect(told(places.get('x') as Place, NEW)).toBe('found unchanged b: the Secretariat');
    expect(loaded).toEqual([ZERO]);
  });

  it('N12: takes a place that was recorded for the very text', async () => {
    const place: Place = {
      resolution: 'orphan',
      carry: 'removed',
      paragraph: null,
      start: 0,
      end: 0,
      near: null,
    };
    const refuse = async () => Promise.reject(new Error('nothing to load'));
    const places = await findPlaces(find, refuse, asked, chain([{ version: REV, place }]), [ZERO, REV]);
    expect(places.get('x')).toEqual(place);
  });

  it('N13: a text that may not be read leaves its anchors to their quotes', async () => {
    const places = await findPlaces(find, async () => null, asked, chain(), [ZERO, REV]);
    expect(told(places.get('x') as Place, NEW)).toBe('found unchanged b: the Secretariat');
  });
});
