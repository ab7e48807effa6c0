import type * as Y from 'yjs';
import type { NewId, ParagraphId } from '../../shared/model/ids.ts';
import { insertParagraphs } from '../../shared/text/write.ts';

/** R2: every text begins with a marker, written by the server, so that two first writers do not bring two. */
export function writeFirstParagraph(text: Y.Text, newId: NewId): void {
  const id = newId() as ParagraphId;
  insertParagraphs(text, 0, [{ id, kind: 'plain', level: 0, dir: 'auto', from: [], pinned: null, runs: [] }]);
}
