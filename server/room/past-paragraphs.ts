import * as Y from 'yjs';
import type { ParagraphId } from '../../shared/model/ids.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import type { AuthorshipTrace } from './authorship-trace.ts';

/** Ids that markers of a text bear or ever bore, deleted ones included: the trace forgets nothing. */
export function everyParagraph(trace: AuthorshipTrace): ReadonlySet<ParagraphId> {
  const ids = new Set<ParagraphId>();
  for (let item = trace.doc.share.get(TEXT_NAME)?._start ?? null; item !== null; item = item.right) {
    const { content } = item;
    if (!(content instanceof Y.ContentType && content.type instanceof Y.Map)) continue;
    for (let said = content.type._map.get('id') ?? null; said !== null; said = said.left)
      for (const id of said.content.getContent()) if (typeof id === 'string') ids.add(id as ParagraphId);
  }
  return ids;
}
