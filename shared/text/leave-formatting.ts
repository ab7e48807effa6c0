import type * as Y from 'yjs';

/**
 * Keeps a document from changing formatting by itself. After a remote change Yjs drops formatting items that look
 * doubled, in a transaction of its own (yjs/src/types/YText.js, cleanupYTextAfterTransaction): everybody who is
 * connected would write deletions nobody made, under their own name, readers would write at all, and an item that
 * another change under way still needs can be among them, which un-formats words for good. Doubled items do no harm.
 *
 * Call it before the document's `Y.Text` is opened. It uses an internal of yjs 13.6.
 */
export function leaveFormatting(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
}
