import * as Y from 'yjs';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { TextLog, TextSnapshot } from '../ports/text-log.ts';

/** Updates taken in one Yjs transaction: fewer cost more transactions, more cost memory. */
const PAGE = 1_000;

/**
 * Merges the newest snapshot and the updates behind it into a snapshot of all that is in the log. It does what a room
 * does when it loads the text, so both come to the same state: what was deleted is forgotten, and the `Y.Text` is not
 * opened (an opened one drops doubled formatting, and the snapshot would then say what nobody wrote).
 * Starts from the whole log when the snapshot is damaged. Throws when the log itself is.
 */
export async function mergeLog(
  log: Pick<TextLog, 'load' | 'read'>,
  documentId: DocumentId,
): Promise<TextSnapshot> {
  const { snapshot } = await log.load(documentId, 0);
  if (snapshot !== null) {
    try {
      return await mergeFrom(log, documentId, snapshot);
    } catch {
      // Without it the log tells whether it is damaged itself.
    }
  }
  return await mergeFrom(log, documentId, null);
}

async function mergeFrom(
  log: Pick<TextLog, 'read'>,
  documentId: DocumentId,
  start: TextSnapshot | null,
): Promise<TextSnapshot> {
  const doc = new Y.Doc();
  try {
    if (start !== null) Y.applyUpdate(doc, start.state);
    let seq = start?.seq ?? 0;
    for (;;) {
      const page = await log.read(documentId, seq, PAGE);
      doc.transact(() => {
        for (const { update } of page) Y.applyUpdate(doc, update);
      });
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < PAGE) break;
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error(`the log of ${documentId} has a gap before update ${seq}`);
    return { seq, state: Y.encodeStateAsUpdate(doc) };
  } finally {
    doc.destroy();
  }
}
