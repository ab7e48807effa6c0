import * as Y from 'yjs';
import type { DocumentId } from '../../shared/model/ids.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import type { VerifiableStore } from '../ports/store.ts';
import type { Finding } from './finding.ts';

/** Rows read at a time. */
const PAGE = 500;

/** Replays the log up to the snapshot and compares: rooms start from it, so it must say what the log says. */
export async function verifySnapshot(store: VerifiableStore, documentId: DocumentId): Promise<Finding[]> {
  const { snapshot } = await store.textLog.load(documentId);
  if (snapshot === null) return [];
  const replayed = new Y.Doc();
  const kept = new Y.Doc();
  try {
    for (let seq = 0; seq < snapshot.seq; ) {
      const page = await store.textLog.read(documentId, seq, Math.min(PAGE, snapshot.seq - seq));
      for (const { update } of page) Y.applyUpdate(replayed, update);
      const last = page.at(-1);
      if (last === undefined) break;
      seq = last.seq;
    }
    Y.applyUpdate(kept, snapshot.state);
    if (said(replayed) === said(kept)) return [];
  } catch {
    // Bytes that do not read are a finding as well.
  } finally {
    replayed.destroy();
    kept.destroy();
  }
  return [
    { row: `snapshot ${snapshot.seq} of document ${documentId}`, problem: 'does not say what the log says' },
  ];
}

/** Words, marks, markers, and how far each clientID has written. */
const said = (doc: Y.Doc): string =>
  JSON.stringify([
    (doc.getText(TEXT_NAME).toDelta() as { insert: unknown }[]).map((piece) =>
      piece.insert instanceof Y.Map ? { ...piece, insert: piece.insert.toJSON() } : piece,
    ),
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  ]);
