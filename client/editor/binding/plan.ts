import type { Marks } from '../../../shared/model/paragraph.ts';
import { UNKNOWN_EMBED } from '../../../shared/text/content.ts';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { sameMarks, statedMarks } from '../../../shared/text/marks.ts';
import { lengthOf, type Token } from '../../../shared/text/token.ts';
import { keptMarkers } from './keep.ts';

/** One edit of the `Y.Text`. Indexes are those of the text before all edits; carry them out right to left. */
export type TextEdit =
  | {
      readonly kind: 'splice';
      readonly index: number;
      readonly remove: number;
      readonly insert: readonly Token[];
      /** Whether a marker goes or comes. */
      readonly structural: boolean;
      /** Whether what goes may hold an embed that this version does not know. */
      readonly unknown: boolean;
    }
  | {
      readonly kind: 'format';
      readonly index: number;
      readonly length: number;
      readonly attributes: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'head';
      readonly index: number;
      readonly before: ParagraphHead;
      readonly after: ParagraphHead;
    };

type Characters = Extract<Token, { kind: 'characters' }>;

/** Characters between two markers that stay, with whatever markers among them do not. */
interface Stretch {
  readonly old: readonly Token[];
  readonly now: readonly Token[];
}

const isMarker = (token: Token): boolean => token.kind === 'marker';

/** What turns the old tokens of a changed range into the new ones. `index` is where the range begins. Pure. */
export function planEdits(old: readonly Token[], now: readonly Token[], index: number): TextEdit[] {
  const oldHeads = old.flatMap((token) => (token.kind === 'marker' ? [token.head] : []));
  const newHeads = now.flatMap((token) => (token.kind === 'marker' ? [token.head] : []));
  const kept = keptMarkers(
    oldHeads.map(({ id }) => id),
    newHeads.map(({ id }) => id),
  );
  const oldStretches = cutAt(old, new Set(kept.map(([k]) => k)));
  const newStretches = cutAt(now, new Set(kept.map(([, k]) => k)));
  const edits: TextEdit[] = [];
  let at = index;
  oldStretches.forEach((stretch, i) => {
    edits.push(...planStretch({ old: stretch, now: newStretches[i] as Token[] }, at));
    at += lengthOf(stretch);
    const pair = kept[i];
    if (pair === undefined) return;
    const before = oldHeads[pair[0]] as ParagraphHead;
    const after = newHeads[pair[1]] as ParagraphHead;
    if (!sameHead(before, after)) edits.push({ kind: 'head', index: at, before, after });
    at += 1;
  });
  return edits;
}

export const sameHead = (a: ParagraphHead, b: ParagraphHead): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.level === b.level &&
  a.dir === b.dir &&
  a.pinned === b.pinned &&
  a.from.length === b.from.length &&
  a.from.every((id, i) => id === b.from[i]);

/** Cuts tokens at the markers with these numbers, which are left out: one stretch more than markers. */
function cutAt(tokens: readonly Token[], markers: ReadonlySet<number>): Token[][] {
  const stretches: Token[][] = [[]];
  let number = 0;
  for (const token of tokens) {
    if (token.kind === 'marker' && markers.has(number++)) stretches.push([]);
    else stretches.at(-1)?.push(token);
  }
  return stretches;
}

/** Trims what both sides share at either end, replaces the middle, and formats what is shared but marked anew. */
function planStretch({ old, now }: Stretch, index: number): TextEdit[] {
  const oldLength = lengthOf(old);
  const newLength = lengthOf(now);
  const prefix = sharedStart(leading(old), leading(now));
  const room = Math.min(oldLength, newLength) - prefix;
  const suffix = sharedEnd(trailing(old), trailing(now), room);
  const removed = slice(old, prefix, oldLength - suffix);
  const insert = slice(now, prefix, newLength - suffix);
  const edits = planFormats(slice(old, 0, prefix), slice(now, 0, prefix), index);
  if (removed.length > 0 || insert.length > 0)
    edits.push({
      kind: 'splice',
      index: index + prefix,
      remove: lengthOf(removed),
      insert,
      structural: removed.some(isMarker) || insert.some(isMarker),
      unknown: textOf(removed).includes(UNKNOWN_EMBED),
    });
  return edits.concat(
    planFormats(
      slice(old, oldLength - suffix, oldLength),
      slice(now, newLength - suffix, newLength),
      index + oldLength - suffix,
    ),
  );
}

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'characters' ? token.text : '')).join('');

function leading(tokens: readonly Token[]): string {
  const marker = tokens.findIndex(isMarker);
  return textOf(marker === -1 ? tokens : tokens.slice(0, marker));
}

const trailing = (tokens: readonly Token[]): string =>
  textOf(tokens.slice(tokens.findLastIndex(isMarker) + 1));

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How many UTF-16 units two texts share at the start, never ending inside a character. */
export function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n > 0 && isHigh(a.charCodeAt(n - 1)) ? n - 1 : n;
}

/** How many UTF-16 units, at most `room`, two texts share at the end, never beginning inside a character. */
export function sharedEnd(a: string, b: string, room: number): number {
  const most = Math.min(a.length, b.length, room);
  let n = 0;
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  return n > 0 && isLow(a.charCodeAt(a.length - n)) ? n - 1 : n;
}

/** Tokens between two offsets. */
function slice(tokens: readonly Token[], from: number, to: number): Token[] {
  const cut: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.kind === 'marker') {
      if (at >= from && at < to) cut.push(token);
      at += 1;
    } else {
      const text = token.text.slice(Math.max(0, from - at), Math.max(0, to - at));
      if (text !== '') cut.push({ ...token, text });
      at += token.text.length;
    }
  }
  return cut;
}

/** Formats where equal characters differ in marks. Both sides hold characters only, and the same ones. */
function planFormats(old: readonly Token[], now: readonly Token[], index: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const total = lengthOf(old);
  const before = runEnds(old as Characters[]);
  const after = runEnds(now as Characters[]);
  let at = 0;
  for (let i = 0, j = 0; at < total; ) {
    const a = before[i] as RunEnd;
    const b = after[j] as RunEnd;
    const end = Math.min(a.end, b.end);
    if (!sameMarks(a.marks, b.marks))
      edits.push({
        kind: 'format',
        index: index + at,
        length: end - at,
        attributes: difference(a.marks, b.marks),
      });
    at = end;
    if (a.end === end) i++;
    if (b.end === end) j++;
  }
  return edits;
}

interface RunEnd {
  readonly end: number;
  readonly marks: Marks;
}

function runEnds(tokens: readonly Characters[]): RunEnd[] {
  let end = 0;
  return tokens.map(({ text, marks }) => {
    end += text.length;
    return { end, marks };
  });
}

/** Only the marks that differ, so that a concurrent change of another mark stands. */
function difference(before: Marks, after: Marks): Record<string, unknown> {
  const old = statedMarks(before);
  return Object.fromEntries(Object.entries(statedMarks(after)).filter(([key, value]) => old[key] !== value));
}

/**
 * Equal formats divided only by markers become one, so that the markers between carry the format too: otherwise
 * taking it away elsewhere at the same time would leave it on in the next paragraph (rule B5).
 * `onlyMarkers` says whether nothing but markers stands between two indexes.
 */
export function mergeFormats(
  edits: readonly TextEdit[],
  onlyMarkers: (from: number, to: number) => boolean,
): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (
      edit.kind === 'format' &&
      last?.kind === 'format' &&
      sameAttributes(last.attributes, edit.attributes) &&
      onlyMarkers(last.index + last.length, edit.index)
    )
      merged[merged.length - 1] = { ...last, length: edit.index + edit.length - last.index };
    else merged.push(edit);
  }
  return merged;
}

const sameAttributes = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);
