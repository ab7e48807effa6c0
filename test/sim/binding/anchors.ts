import * as Y from 'yjs';
import type { Random } from '../random.ts';
import type { Ledger } from './ledger.ts';

/** Words that somebody commented on: their place is remembered as two relative positions. */
export interface Anchor {
  readonly words: string;
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

export interface AnchorCount {
  /** Anchors of which at least one character was never removed nor moved. */
  standing: number;
  /** Those of them that no longer hold exactly such characters at their ends. */
  lost: number;
}

/** Anchors two to five characters of one paragraph. */
export function placeAnchor(text: Y.Text, random: Random): Anchor | null {
  const tokens = tokensOf(text);
  const starts = tokens.flatMap((token, i) => (token !== null && tokens[i + 1] != null ? [i] : []));
  if (starts.length === 0) return null;
  const first = random.pick(starts);
  let last = first + 1;
  while (last - first < 4 && tokens[last + 1] != null && random.chance(0.6)) last++;
  const indexOf = (token: number): number =>
    tokens.slice(0, token).reduce((sum, one) => sum + (one?.length ?? 1), 0);
  return {
    words: tokens.slice(first, last + 1).join(''),
    start: Y.createRelativePositionFromTypeIndex(text, indexOf(first), 0),
    end: Y.createRelativePositionFromTypeIndex(text, indexOf(last + 1), -1),
  };
}

/** Characters of a text, by code point; null for a marker or any other embed. */
function tokensOf(text: Y.Text): (string | null)[] {
  return (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) =>
    typeof insert === 'string' ? [...insert] : [null],
  );
}

/**
 * Undone removals are not followed: only the peer that undid one knows where the words came back, so following
 * would let peers disagree about an anchor.
 */
const indexOf = (place: Y.RelativePosition, doc: Y.Doc): number =>
  Y.createAbsolutePositionFromRelativePosition(place, doc, false)?.index ?? -1;

export function countAnchors(text: Y.Text, anchors: readonly Anchor[], ledger: Ledger): AnchorCount {
  const doc = text.doc as Y.Doc;
  const flat = (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uE000'))
    .join('');
  const count = { standing: 0, lost: 0 };
  for (const { words, start, end } of anchors) {
    const stays = [...words].filter((character) => {
      const fate = ledger.fates.get(character);
      return fate !== undefined && fate.removed === 0 && fate.repeated === 0;
    });
    if (stays.length === 0) continue;
    count.standing += 1;
    const [from, to] = [start, end].map((place) => indexOf(place, doc)) as [number, number];
    const held = from < 0 || to < from ? '' : flat.slice(from, to);
    const [first, last] = [[...words][0] as string, [...words].at(-1) as string];
    const fits =
      stays.every((character) => held.includes(character)) &&
      (stays[0] !== first || held.startsWith(first)) &&
      (stays.at(-1) !== last || held.endsWith(last));
    if (!fits) count.lost += 1;
  }
  return count;
}
