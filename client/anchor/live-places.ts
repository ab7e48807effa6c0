import type * as Y from 'yjs';
import type { Chained } from '../../shared/anchor/chain.ts';
import type { AnchorParagraph } from '../../shared/anchor/indexed-text.ts';
import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { makeAnchor, paragraphOf } from '../../shared/anchor/make-anchor.ts';
import { orphan } from '../../shared/anchor/place.ts';
import { relativeRange } from '../../shared/anchor/relative.ts';
import { resolveAnchor } from '../../shared/anchor/resolve.ts';
import type { Anchor, Place } from '../../shared/model/anchor.ts';

/** An anchor as it is followed in the live text. */
interface Followed {
  readonly chained: Chained;
  /** On the live text: the anchor itself, or one made where it was carried to. Null: not carried yet. */
  readonly anchor: Anchor | null;
  /** Of a carried one: what carrying said of it. */
  readonly carried: Place | null;
  readonly place: Place | null;
}

/** Places in a live text, brought up to date on request, not with every key. */
export interface LivePlaces {
  /** Sets which anchors are followed. */
  follow(chained: ReadonlyMap<string, Chained>): void;
  /** Those that must first be carried from another text. */
  lacking(): ReadonlyMap<string, Chained>;
  /** Takes in places that were found by comparison with a state of the text: `paragraphs`. */
  take(places: ReadonlyMap<string, Place>, paragraphs: readonly AnchorParagraph[]): void;
  /** Finds all places anew, looking only at what changed. Answers whether any did. */
  refresh(): boolean;
  /** The paragraphs as of the last refresh. */
  paragraphs(): readonly AnchorParagraph[];
  places(): ReadonlyMap<string, Place>;
}

export function createLivePlaces(text: Y.Text): LivePlaces {
  let index = indexLive(text);
  let followed = new Map<string, Followed>();
  let places: ReadonlyMap<string, Place> = new Map();

  const publish = (): void => {
    places = new Map(
      [...followed].flatMap(([id, { place }]) => (place === null ? [] : [[id, place] as const])),
    );
  };
  const settle = (one: Followed): Followed => {
    if (one.anchor === null) return one;
    const place = resolveAnchor(one.anchor, index, index);
    return { ...one, place: one.carried === null ? place : combined(one.carried, place) };
  };
  return {
    follow(chained) {
      const next = new Map<string, Followed>();
      for (const [id, one] of chained) {
        const known = followed.get(id);
        const same = known !== undefined && known.chained.anchor === one.anchor;
        const anchor = isLive(one.anchor) ? one.anchor : null;
        const entry = same ? known : settle({ chained: one, anchor, carried: null, place: null });
        next.set(id, entry);
      }
      followed = next;
      publish();
    },
    lacking: () =>
      new Map(
        [...followed].flatMap(([id, { chained, anchor, place }]) =>
          anchor === null && place === null ? [[id, chained] as const] : [],
        ),
      ),
    take(found, paragraphs) {
      const standing = new Map(paragraphs.map(({ id, text: words }) => [id, words]));
      for (const [id, place] of found) {
        const one = followed.get(id);
        if (one === undefined) continue;
        if (place.paragraph === null) {
          followed.set(id, { ...one, carried: place, place });
          continue;
        }
        // Words that changed since the comparison began: the next one will tell.
        const now = paragraphOf(index, place.paragraph);
        if (now === null || now.text !== standing.get(place.paragraph)) continue;
        const anchor = anchorAt(index, one.chained.anchor, place);
        followed.set(id, { ...one, anchor, carried: place, place });
      }
      publish();
    },
    refresh() {
      const before = index;
      index = indexLive(text);
      const touched = changedParagraphs(before, index);
      if (touched === 'none') return false;
      let any = false;
      for (const [id, one] of followed) {
        if (!concerns(one, before, index)) continue;
        const settled = settle(one);
        if (samePlace(settled.place, one.place)) continue;
        followed.set(id, settled);
        any = true;
      }
      if (any) publish();
      return any;
    },
    paragraphs: () => index.paragraphs,
    places: () => places,
  };
}

const isLive = ({ text, scope }: Anchor): boolean => text === 'working' || scope === 'text';

/** Whether a place could be another one now: its paragraph reads otherwise, or it is still looked for. */
function concerns({ anchor, place }: Followed, before: LiveText, now: LiveText): boolean {
  if (anchor === null) return false;
  if (place === null || place.paragraph === null) return anchor.scope !== 'text';
  const [old, fresh] = [paragraphOf(before, place.paragraph), paragraphOf(now, place.paragraph)];
  // A place that is not the anchor's own paragraph, or not the very words, may find its way back.
  if (place.resolution !== 'found') return true;
  return fresh === null || old?.text !== fresh.text;
}

function changedParagraphs(before: LiveText, now: LiveText): 'none' | 'some' {
  const same =
    before.paragraphs.length === now.paragraphs.length &&
    before.paragraphs.every(({ id, text }, k) => {
      const other = now.paragraphs[k];
      return other?.id === id && other.text === text;
    });
  return same ? 'none' : 'some';
}

/** An anchor on the live text at a place that was found by comparison, so that it moves with the words from now on. */
function anchorAt(live: LiveText, anchor: Anchor, { paragraph, start, end }: Place): Anchor | null {
  if (paragraph === null || anchor.scope === 'text') return null;
  const made = makeAnchor(
    'working',
    live,
    anchor.scope === 'words'
      ? { scope: 'words', paragraph, start, end }
      : anchor.scope === 'paragraph'
        ? { scope: 'paragraph', paragraph }
        : { scope: 'absent', after: paragraph },
  );
  if (!made.ok) return null;
  return made.value.scope === 'words'
    ? { ...made.value, relative: relativeRange(live, paragraph, start, end) }
    : made.value;
}

/** What carrying said stays true while the words stay; where they do not, what became of them since counts. */
function combined(carried: Place, now: Place): Place {
  if (now.resolution === 'orphan') return orphan(now.near ?? carried.paragraph, now.carry);
  if (now.resolution === 'found') return { ...carried, start: now.start, end: now.end };
  return { ...now, resolution: carried.resolution === 'changed' ? 'changed' : now.resolution };
}

const samePlace = (a: Place | null, b: Place | null): boolean =>
  a !== null &&
  b !== null &&
  a.resolution === b.resolution &&
  a.carry === b.carry &&
  a.paragraph === b.paragraph &&
  a.start === b.start &&
  a.end === b.end &&
  a.near === b.near;
