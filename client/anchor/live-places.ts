import type * as Y from 'yjs';
import type { Chained } from '../../shared/anchor/chain.ts';
import type { AnchorParagraph } from '../../shared/anchor/indexed-text.ts';
import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { makeAnchor, paragraphOf } from '../../shared/anchor/make-anchor.ts';
import { orphan } from '../../shared/anchor/place.ts';
import { relativeRange } from '../../shared/anchor/relative.ts';
import { resolveAnchor } from '../../shared/anchor/resolve.ts';
import type { Anchor, Place } from '../../shared/model/anchor.ts';
import type { ParagraphId } from '../../shared/model/ids.ts';

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
      const changes = changesBetween(before, index);
      if (changes === null) return false;
      let any = false;
      for (const [id, one] of followed) {
        if (!concerns(one, changes)) continue;
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

interface Changes {
  /** Whether paragraphs came, went or moved. */
  readonly structure: boolean;
  /** Those that read otherwise, and those that are gone. */
  readonly paragraphs: ReadonlySet<ParagraphId>;
  /** Words of the paragraphs that changed. */
  readonly words: readonly string[];
}

/** What changed from one state to the next; null: nothing. */
function changesBetween(before: LiveText, now: LiveText): Changes | null {
  const changed = now.paragraphs.filter(({ id, text }) => paragraphOf(before, id)?.text !== text);
  const structure =
    before.paragraphs.length !== now.paragraphs.length ||
    before.paragraphs.some(({ id }, k) => now.paragraphs[k]?.id !== id);
  if (changed.length === 0 && !structure) return null;
  const gone = before.paragraphs.filter(({ id }) => !now.numbers.has(id));
  return {
    structure,
    paragraphs: new Set([...changed, ...gone].map(({ id }) => id)),
    words: changed.map(({ text }) => text),
  };
}

/** Whether a place could be another one now. One that is not the very words may find its way back. */
function concerns({ anchor, place }: Followed, changes: Changes): boolean {
  if (anchor === null || anchor.scope === 'text' || anchor.paragraph === null) return false;
  const { paragraph } = anchor;
  const touched = (id: ParagraphId | null | undefined): boolean => id != null && changes.paragraphs.has(id);
  if (place === null || touched(paragraph) || touched(place.paragraph) || touched(place.near)) return true;
  if (place.resolution === 'found') return false;
  return changes.structure || changes.words.some((words) => words.includes(anchor.quote.exact));
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
