import * as Y from 'yjs';
import type { IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import type { StoredWords, UnsentChange } from './device-store.ts';
import { type KeptParagraph, type KeptReason, keptParagraphs } from './kept-words.ts';
import { rebuildUnsent } from './rebuild.ts';
import type { ServerCopy } from './server-copy.ts';

/** What the local text says beyond the server's, by paragraph. */
export function describeUnsent(
  copy: ServerCopy,
  text: Y.Text,
  labels: ReadonlyMap<ParagraphId, string>,
): readonly KeptParagraph[] {
  const server = copy.doc();
  const paragraphs = keptParagraphs(readParagraphs(server.getText(TEXT_NAME)), readParagraphs(text), labels);
  server.destroy();
  return paragraphs;
}

/** Unsent changes as words to keep; null when they left no trace. */
export function wordsToKeep(
  copy: ServerCopy,
  changes: readonly UnsentChange[],
  paragraphs: readonly KeptParagraph[],
  reason: KeptReason,
  named: { readonly id: string; readonly at: IsoTime },
): StoredWords | null {
  if (paragraphs.length === 0) return null;
  const updates = changes.map((change) => change.update);
  // Forged and misplaced ones could never be brought again as they are.
  const update =
    reason === 'forged' || reason === 'misplaced'
      ? rebuildUnsent(copy.updates(), updates).update
      : Y.mergeUpdates(updates);
  return update === null ? null : { ...named, reason, paragraphs, update };
}
