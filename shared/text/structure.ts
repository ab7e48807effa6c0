import type * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import type { Paragraph, ParagraphKind } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { insertTokens, removeTokens, setHead } from './edit.ts';
import { joinedFrom, splitFrom } from './lineage.ts';
import { levelFor, type ParagraphHead } from './marker.ts';
import { type ParagraphPlace, placesOf } from './places.ts';
import { readParagraphs } from './read.ts';
import { type Token, tokensOf } from './token.ts';

/*
 * Changes of structure on the `Y.Text` itself, for whoever has no editor. Paragraphs are named by the ids people
 * see. Each function is one transaction; a name that nobody bears answers `not-found` and changes nothing.
 */
type Done = Result<null, Problem>;

const notFound = (id: ParagraphId): Done =>
  fail(problem('not-found', `The text has no paragraph ${id}. Reload the text and choose another.`));

function change(
  text: Y.Text,
  id: ParagraphId,
  carryOut: (place: ParagraphPlace, number: number, places: readonly ParagraphPlace[]) => void,
): Done {
  const places = placesOf(text);
  const number = places.findIndex(({ head }) => head.id === id);
  const place = places[number];
  if (place === undefined) return notFound(id);
  text.doc?.transact(() => carryOut(place, number, places));
  return ok(null);
}

/** The marker that words without one get when something comes before them or their head changes. */
const firstMarker = (head: ParagraphHead): Token => ({
  kind: 'marker',
  head: { ...head, id: '' as ParagraphId },
});

function writeHead(text: Y.Text, place: ParagraphPlace, after: ParagraphHead): void {
  if (place.marker === null) insertTokens(text, 0, [firstMarker(after)]);
  else setHead(place.marker, place.head, after);
}

/** Inserts whole paragraphs before one. Words that stood there without a marker get one. */
function insertBeforePlace(text: Y.Text, place: ParagraphPlace | null, tokens: readonly Token[]): void {
  if (place === null) insertTokens(text, text.length, tokens);
  else if (place.marker !== null) insertTokens(text, place.start - 1, tokens);
  else insertTokens(text, 0, [...tokens, firstMarker(place.head)]);
}

/** Cuts a paragraph before its character `offset` (0: all words go below). The first half keeps the id. */
export function splitParagraph(text: Y.Text, id: ParagraphId, offset: number, newId: ParagraphId): Done {
  return change(text, id, ({ head, start, end }) => {
    const index = Math.min(end, start + Math.max(0, offset));
    const second = { ...head, id: newId, from: splitFrom(head), pinned: null };
    insertTokens(text, index, [{ kind: 'marker', head: second }]);
  });
}

/** Joins a paragraph to the one before, which survives and remembers both. The first one cannot be joined. */
export function joinParagraph(text: Y.Text, id: ParagraphId): Done {
  return change(text, id, ({ head, start }, number, places) => {
    const survivor = places[number - 1];
    if (survivor === undefined) return;
    removeTokens(text, start - 1, 1);
    if (survivor.marker !== null)
      setHead(survivor.marker, survivor.head, { ...survivor.head, from: joinedFrom(survivor.head, head) });
  });
}

/** Makes a paragraph another kind. The level is brought into the kind's range. */
export function setParagraphKind(text: Y.Text, id: ParagraphId, kind: ParagraphKind, level = 1): Done {
  return change(text, id, (place) =>
    writeHead(text, place, { ...place.head, kind, level: levelFor(kind, level) }),
  );
}

/** Sets the reading direction or a pinned label. */
export function setParagraphHead(
  text: Y.Text,
  id: ParagraphId,
  changes: Partial<Pick<ParagraphHead, 'dir' | 'pinned'>>,
): Done {
  return change(text, id, (place) => writeHead(text, place, { ...place.head, ...changes }));
}

/** Removes a paragraph with its words. */
export function removeParagraph(text: Y.Text, id: ParagraphId): Done {
  return change(text, id, ({ marker, start, end }) => {
    const from = marker === null ? start : start - 1;
    removeTokens(text, from, end - from);
  });
}

/**
 * Moves a paragraph before another (null: to the end). A move is a removal and an insertion that keeps the id:
 * words typed into it elsewhere at that moment stay behind, at the end of the paragraph above.
 */
export function moveParagraph(text: Y.Text, id: ParagraphId, before: ParagraphId | null): Done {
  const target = before === null ? null : placesOf(text).find(({ head }) => head.id === before);
  if (target === undefined) return notFound(before as ParagraphId);
  return change(text, id, ({ marker, start, end }) => {
    if (id === before) return;
    const moved = readParagraphs(text).find((paragraph) => paragraph.id === id) as Paragraph;
    const from = marker === null ? start : start - 1;
    const tokens = tokensOf([moved]);
    const behind = target === null || target.start > end;
    if (behind) insertBeforePlace(text, target, tokens);
    removeTokens(text, from, end - from);
    if (!behind) insertBeforePlace(text, target, tokens);
  });
}

/** Inserts paragraphs before one that stands there (null: at the end). Their ids must be new to the text. */
export function insertBefore(
  text: Y.Text,
  before: ParagraphId | null,
  paragraphs: readonly Paragraph[],
): Done {
  const tokens = tokensOf(paragraphs);
  if (before !== null) return change(text, before, (place) => insertBeforePlace(text, place, tokens));
  text.doc?.transact(() => insertBeforePlace(text, null, tokens));
  return ok(null);
}
