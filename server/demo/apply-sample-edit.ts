import type * as Y from 'yjs';
import type { ParagraphId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText, type Run } from '../../shared/model/paragraph.ts';
import { insertTokens, removeTokens } from '../../shared/text/edit.ts';
import { type ParagraphPlace, placesOf } from '../../shared/text/places.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import {
  insertBefore,
  joinParagraph,
  moveParagraph,
  removeParagraph,
  splitParagraph,
} from '../../shared/text/structure.ts';
import { runsOf, type SampleBlock } from './sample/block.ts';
import type { SampleEdit } from './sample/edit.ts';

/** The paragraph that a sample block describes. */
export const sampleParagraph = ({ key, kind, level, dir, runs }: SampleBlock): Paragraph => ({
  id: key as ParagraphId,
  kind,
  level,
  dir,
  from: [],
  pinned: null,
  runs,
});

/** Carries one sample edit out as a drafter's keyboard would. The sample data are ours: what does not fit is a bug. */
export function applySampleEdit(text: Y.Text, edit: SampleEdit): void {
  const key = 'key' in edit ? (edit.key as ParagraphId) : null;
  switch (edit.act) {
    case 'replace':
      replaceWords(text, key as ParagraphId, edit.old, edit.new);
      return;
    case 'insert':
      done(insertBefore(text, next(text, edit.after as ParagraphId), [sampleParagraph(edit.block)]));
      return;
    case 'remove':
      done(removeParagraph(text, key as ParagraphId));
      return;
    case 'move':
      done(moveParagraph(text, key as ParagraphId, next(text, edit.after as ParagraphId)));
      return;
    case 'split': {
      const offset = find(text, key as ParagraphId, edit.before).offset;
      done(splitParagraph(text, key as ParagraphId, offset, edit.newKey as ParagraphId));
      return;
    }
    case 'join': {
      const { end } = placeOf(text, key as ParagraphId);
      insertTokens(text, end, [{ kind: 'characters', text: ' ', marks: {} }]);
      done(joinParagraph(text, edit.next as ParagraphId));
      return;
    }
  }
}

/** Brings the working text to these blocks, keeping the paragraphs both have: how the zero draft followed the elements. */
export function bringTo(text: Y.Text, blocks: readonly SampleBlock[]): void {
  const wanted = new Set<string>(blocks.map(({ key }) => key));
  for (const { id } of readParagraphs(text)) if (!wanted.has(id)) done(removeParagraph(text, id));
  const there = new Map(readParagraphs(text).map((paragraph) => [paragraph.id as string, paragraph]));
  for (const block of blocks) {
    const old = there.get(block.key);
    if (old === undefined) done(insertBefore(text, null, [sampleParagraph(block)]));
    else {
      done(moveParagraph(text, old.id, null));
      if (plainText(old.runs) !== plainText(block.runs)) rewrite(text, old.id, block.runs);
    }
  }
}

function rewrite(text: Y.Text, id: ParagraphId, runs: readonly Run[]): void {
  const { start, end } = placeOf(text, id);
  removeTokens(text, start, end - start);
  insertTokens(
    text,
    start,
    runs.map((run) => ({ kind: 'characters', text: run.text, marks: marksOf(run) })),
  );
}

/** Replaces words, leaving what both readings share at either end to its first author. */
function replaceWords(text: Y.Text, id: ParagraphId, old: string, now: string): void {
  const { index } = find(text, id, old);
  let same = 0;
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same += 1;
  let end = 0;
  const room = Math.min(old.length, now.length) - same;
  while (end < room && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  removeTokens(text, index + same, old.length - same - end);
  const tokens = runsOf(now.slice(same, now.length - end)).map((run) => ({
    kind: 'characters' as const,
    text: run.text,
    marks: marksOf(run),
  }));
  insertTokens(text, index + same, tokens);
}

const marksOf = ({ text: _, ...marks }: Run) => marks;

function placeOf(text: Y.Text, id: ParagraphId): ParagraphPlace {
  const place = placesOf(text).find(({ head }) => head.id === id);
  if (place === undefined) throw new Error(`the sample text has no paragraph ${id}`);
  return place;
}

/** Where words stand: their offset in the paragraph and their index in the text. */
function find(text: Y.Text, id: ParagraphId, words: string): { offset: number; index: number } {
  const paragraph = readParagraphs(text).find((candidate) => candidate.id === id);
  const offset = plainText(paragraph?.runs ?? []).indexOf(words);
  if (offset < 0) throw new Error(`"${words}" does not stand in the sample paragraph ${id}`);
  return { offset, index: placeOf(text, id).start + offset };
}

/** The paragraph below one, null at the end. */
function next(text: Y.Text, id: ParagraphId): ParagraphId | null {
  const places = placesOf(text);
  const at = places.findIndex(({ head }) => head.id === id);
  if (at < 0) throw new Error(`the sample text has no paragraph ${id}`);
  return places[at + 1]?.head.id ?? null;
}

function done(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error('a sample edit did not fit');
}
