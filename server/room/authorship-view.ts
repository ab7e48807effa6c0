import * as Y from 'yjs';
import type { ParagraphId, ParticipantId } from '../../shared/model/ids.ts';
import { type ParagraphHead, readMarker, TEXT_NAME } from '../../shared/text/marker.ts';
import { UNKNOWN_EMBED, viewIds } from '../../shared/text/read.ts';
import type { TextAuthorship } from '../ports/authorship.ts';
import { type AuthorshipTrace, SPELL, type Span, spanAt, timeOf } from './authorship-trace.ts';

interface OpenRun {
  text: string;
  by: ParticipantId;
  first: number;
  last: number;
}
interface OpenDeletion extends OpenRun {
  readonly of: ParticipantId;
  /** Index into the paragraphs, −1 before the first. */
  readonly paragraph: number;
}

const IMPLICIT: ParagraphHead = {
  id: 'implicit' as ParagraphId,
  kind: 'plain',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
};

/** One walk over the text, deleted characters included. */
export function viewAuthorship(trace: AuthorshipTrace): TextAuthorship {
  const heads: ParagraphHead[] = [];
  const runs: OpenRun[][] = [];
  const deletions: OpenDeletion[] = [];
  /** The deletion that the next deleted character may belong to: nothing that lives stands between. */
  let touching: OpenDeletion | null = null;

  const begin = (head: ParagraphHead): void => {
    heads.push(head);
    runs.push([]);
    touching = null;
  };
  const addLive = (text: string, span: Span): void => {
    if (heads.length === 0) begin(IMPLICIT);
    touching = null;
    const list = runs.at(-1) as OpenRun[];
    const last = list.at(-1);
    if (last !== undefined && isOneSpell(last, span)) append(last, text, span);
    else list.push({ text, by: span.by, first: span.first, last: span.last });
  };
  const addDeleted = (text: string, inserted: Span, span: Span): void => {
    if (touching !== null && touching.of === inserted.by && isOneSpell(touching, span)) {
      append(touching, text, span);
      return;
    }
    const { by, first, last } = span;
    touching = { text, by, first, last, of: inserted.by, paragraph: heads.length - 1 };
    deletions.push(touching);
  };

  for (let item = firstItem(trace.doc); item !== null; item = item.right) {
    const { content } = item;
    if (content instanceof Y.ContentType && content.type instanceof Y.Map) {
      if (!item.deleted) begin(readMarker(content.type));
    } else if (content instanceof Y.ContentString) {
      for (const piece of pieces(trace, item, content.str))
        if (piece.deleted !== null) addDeleted(piece.text, piece.inserted, piece.deleted);
        else addLive(piece.text, piece.inserted);
    } else if (!item.deleted && item.countable) {
      const span = spanAt(trace.inserted, item.id.client, item.id.clock);
      if (span !== null) addLive(UNKNOWN_EMBED.repeat(item.length), span);
    }
  }

  const ids = viewIds(heads.map((head) => head.id));
  return {
    paragraphs: ids.map((id, k) => ({
      id,
      runs: (runs[k] as OpenRun[]).map(({ text, by, last }) => ({ text, by, at: timeOf(last) })),
    })),
    deletions: deletions
      .sort((a, b) => b.last - a.last)
      .map(({ by, last, of, text, paragraph }) => ({
        by,
        at: timeOf(last),
        of,
        text,
        paragraph: ids[paragraph] ?? null,
      })),
  };
}

const isOneSpell = (run: OpenRun, span: Span): boolean =>
  run.by === span.by && Math.max(run.last, span.last) - Math.min(run.first, span.first) <= SPELL;

function append(run: OpenRun, text: string, span: Span): void {
  run.text += text;
  run.first = Math.min(run.first, span.first);
  run.last = Math.max(run.last, span.last);
}

const firstItem = (doc: Y.Doc): Y.Item | null => doc.share.get(TEXT_NAME)?._start ?? null;

/** An item's characters, cut where inserter or deleter change. A newline reads as a space, as everywhere. */
function* pieces(
  trace: AuthorshipTrace,
  item: Y.Item,
  characters: string,
): Generator<{ readonly text: string; readonly inserted: Span; readonly deleted: Span | null }> {
  const { client, clock } = item.id;
  const end = clock + item.length;
  for (let at = clock; at < end; ) {
    const inserted = spanAt(trace.inserted, client, at);
    const deleted = item.deleted ? spanAt(trace.deleted, client, at) : null;
    if (inserted === null || (item.deleted && deleted === null))
      throw new Error(`character ${at} of ${client} has no origin in the log`);
    const next = Math.min(end, inserted.end, deleted?.end ?? end);
    const text = characters.slice(at - clock, next - clock).replace(/[\n\r]/g, ' ');
    yield { text, inserted, deleted };
    at = next;
  }
}
