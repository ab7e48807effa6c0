import * as Y from 'yjs';

/** Stands for an embed that this version does not know (Unicode: OBJECT REPLACEMENT CHARACTER). */
export const UNKNOWN_EMBED = '\uFFFC';

/** Formats in force, as Yjs keeps them: key → value, null never stored. Shared between pieces: do not change. */
export type Formats = Readonly<Record<string, unknown>>;
const NO_FORMATS: Formats = {};

/** One item of a `Y.Text` as everybody sees it: a marker, or characters. Its length is that of the item. */
export type Piece =
  | {
      readonly kind: 'marker';
      readonly marker: Y.Map<unknown>;
      readonly item: Y.Item;
      readonly formats: Formats;
    }
  | { readonly kind: 'characters'; readonly text: string; readonly item: Y.Item; readonly formats: Formats };

/** Characters of an item as they read: a newline as a space, anything unknown as replacement characters. */
export function charactersOf(item: Y.Item): string {
  if (item.content instanceof Y.ContentString) return item.content.str.replace(/[\n\r]/g, ' ');
  return UNKNOWN_EMBED.repeat(item.length);
}

/** The marker an item holds, or null. Only a `Y.Map` is a marker; every other embed is unknown. */
export function markerOf(item: Y.Item): Y.Map<unknown> | null {
  const { content } = item;
  return content instanceof Y.ContentType && content.type instanceof Y.Map ? content.type : null;
}

/** The formats after a format item: a new object, so that pieces may keep the old one. */
export function withFormat(formats: Formats, { key, value }: Y.ContentFormat): Formats {
  const { [key]: _, ...rest } = formats;
  return value === null ? rest : { ...rest, [key]: value };
}

/**
 * Visits what stands in a `Y.Text`, left to right. Unlike `toDelta` it leaves nothing out: every content that Yjs
 * counts is visited with its length, so that indexes always agree. Reads Yjs internals (yjs 13.6 is pinned).
 */
export function visitContent(text: Y.Text, visit: (piece: Piece) => void): void {
  let formats = NO_FORMATS;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) formats = withFormat(formats, item.content);
    else if (item.countable) {
      const marker = markerOf(item);
      if (marker !== null) visit({ kind: 'marker', marker, item, formats });
      else visit({ kind: 'characters', text: charactersOf(item), item, formats });
    }
  }
}

/** Formats of the token left of an index and of the one right of it; null where there is none. */
export function formatsAround(
  text: Y.Text,
  index: number,
): { readonly left: Formats | null; readonly right: Formats | null } {
  let left: Formats | null = null;
  let formats = NO_FORMATS;
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) formats = withFormat(formats, item.content);
    else if (item.countable) {
      if (at >= index) return { left, right: formats };
      at += item.length;
      left = formats;
      if (at > index) return { left, right: formats };
    }
  }
  return { left, right: null };
}

/** The item that holds the token at an index, or null beyond the end. */
export function itemAt(text: Y.Text, index: number): Y.Item | null {
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    at += item.length;
    if (at > index) return item;
  }
  return null;
}

/**
 * Yjs finds places by search markers, which know nothing of formats, and turns them off in a text that has any. It
 * forgets to when the content arrives before the text is first asked for by name: then removing a stretch may take
 * away the end of a format, which spreads. Call this once before editing a text that came from elsewhere.
 */
export function noteFormats(text: Y.Text): void {
  if (text._searchMarker === null) return;
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentFormat)) continue;
    text._searchMarker = null;
    text._hasFormatting = true;
    return;
  }
}
