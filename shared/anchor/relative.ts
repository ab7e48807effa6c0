import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { RelativeRange } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { LiveText } from './live-text.ts';

/** Yjs: 0 and more binds to the character on the right, less than 0 to the one on the left. */
const RIGHT = 0;
const LEFT = -1;

/** Both ends of words as relative positions: what is typed at either edge stays outside. */
export function relativeRange(
  live: LiveText,
  paragraph: ParagraphId,
  start: number,
  end: number,
): RelativeRange | null {
  const first = live.starts[live.numbers.get(paragraph) ?? -1];
  if (first === undefined || start >= end) return null;
  const encode = (offset: number, binds: number): string =>
    toBase64(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(live.text, first + offset, binds)),
    );
  return { start: encode(start, RIGHT), end: encode(end, LEFT) };
}
