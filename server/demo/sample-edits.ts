import type * as Y from 'yjs';
import type { ParagraphId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText, type Run } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result, unreachable } from '../../shared/model/result.ts';
import { placesOf } from '../../shared/text/places.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import {
  insertBefore,
  joinParagraph,
  moveParagraph,
  removeParagraph,
  splitParagraph,
} from '../../shared/text/structure.ts';
import { statedMarks } from '../../shared/text/write.ts';
import { runsOf, type SampleBlock } from './sample/block.ts';
import type { SampleEdit } from './sample/edit.ts';

export const sampleParagraph = ({ key, kind, level, dir, runs }: SampleBlock): Paragraph => ({
  id: key as ParagraphId,
  kind,
  level,
  dir,
  from: [],
  pinned: null,
  runs,
});

/** Carries out one act of drafting as an editor would: only the words that change are touched. */
export function applySampleEdit(text: Y.Text, edit: SampleEdit): void {
  const result = carryOut(text, edit);
  if (!result.ok) throw new Error(`sample edit does not fit: ${result.error.detail}`);
}

function carryOut(text: Y.Text, edit: SampleEdit): Result<null, Problem> {
  switch (edit.act) {
    case 'replace':
      return replaceWords(text, edit.key, edit.old, edit.new);
    case 'insert':
      return insertBefore(text, following(text, edit.after), [sampleParagraph(edit.block)]);
    case 'remove':
      return removeParagraph(text, edit.key as ParagraphId);
    case 'move':
      return moveParagraph(text, edit.key as ParagraphId, following(text, edit.after));
    case 'split': {
      const offset = wordsAt(text, edit.key, edit.before);
      return splitParagraph(text, edit.key as ParagraphId, offset, edit.newKey as ParagraphId);
    }
    case 'join':
      text.insert(placeOf(text, edit.next).start, ' ', statedMarks({}));
      return joinParagraph(text, edit.next as ParagraphId);
    default:
      return unreachable(edit);
  }
}

function placeOf(text: Y.Text, key: string) {
  const place = placesOf(text).find(({ head }) => head.id === key);
  if (place === undefined) throw new Error(`the sample text has no paragraph ${key}`);
  return place;
}

/** Id of the paragraph behind one, or null at the end. */
function following(text: Y.Text, key: string): ParagraphId | null {
  const ids = readParagraphs(text).map(({ id }) => id);
  return ids[ids.indexOf(key as ParagraphId) + 1] ?? null;
}

function wordsAt(text: Y.Text, key: string, words: string): number {
  const paragraph = readParagraphs(text).find(({ id }) => id === key);
  const offset = paragraph === undefined ? -1 : plainText(paragraph.runs).indexOf(words);
  if (offset < 0) throw new Error(`"${words}" does not stand in ${key}`);
  return offset;
}

/** Replaces words by others, leaving alone what both begin and end with. */
function replaceWords(text: Y.Text, key: string, old: string, fresh: string): Result<null, Problem> {
  const runs: readonly Run[] = runsOf(fresh);
  const plain = plainText(runs);
  const at = placeOf(text, key).start + wordsAt(text, key, old);
  if (runs.length > 1) {
    text.delete(at, old.length);
    let index = at;
    for (const run of runs) {
      text.insert(index, run.text, statedMarks(run));
      index += run.text.length;
    }
    return ok(null);
  }
  let before = 0;
  while (before < Math.min(old.length, plain.length) && old[before] === plain[before]) before += 1;
  let behind = 0;
  while (
    behind < Math.min(old.length, plain.length) - before &&
    old[old.length - 1 - behind] === plain[plain.length - 1 - behind]
  )
    behind += 1;
  text.delete(at + before, old.length - before - behind);
  text.insert(at + before, plain.slice(before, plain.length - behind), statedMarks({}));
  return ok(null);
}
