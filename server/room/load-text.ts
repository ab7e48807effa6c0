import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { DocumentId } from '../../shared/model/ids.ts';
import { StoreFailure } from '../ports/store-failure.ts';
import type { StoredUpdate, TextLog, TextSnapshot } from '../ports/text-log.ts';
import { type Answers, createAnswers, type Encoding } from './answers.ts';
import { createLiveText } from './deferring-text.ts';
import { systemDeflate } from './deflate.ts';
import { LIMITS } from './limits.ts';
import { inOneStep, integrate, type LiveText } from './live-text.ts';
import { readUpdate } from './update-reader.ts';

/** Updates replayed before others get their turn: some milliseconds. */
const PAGE = 500;

/**
 * So many bytes, too: and what was brought in large updates was taken in by itself when it came, so Yjs is not to move the
 * structs of many of them in one transaction (R79).
 */
const PAGE_BYTES = 64 * 1024;

/** Snapshot and tail as a document. Not `whole`: something is missing that a part of it builds on. */
interface Replayed {
  readonly doc: Y.Doc;
  readonly answers: Answers;
  readonly seq: number;
  readonly tailBytes: number;
  readonly whole: boolean;
}

/**
 * Loads snapshot and tail; who comes first is sent the snapshot as it was stored (R26). Throws when the log
 * cannot be read or holds something that is no update.
 */
export async function loadLiveText(
  log: TextLog,
  documentId: DocumentId,
  report: (error: unknown) => void,
  encoding: Encoding = { ...LIMITS, deflate: systemDeflate(report) },
): Promise<LiveText> {
  const [stored, owners] = await Promise.all([log.load(documentId, PAGE), log.owners(documentId)]);
  let { snapshot } = stored;
  let replayed = await replay(log, documentId, snapshot, stored.tail, encoding, report);
  if (snapshot !== null && !replayed?.whole) {
    // A damaged snapshot costs time and nothing else: the log behind it has everything.
    report(new Error(`the snapshot of ${documentId} is damaged`));
    replayed?.doc.destroy();
    snapshot = null;
    replayed = await replay(log, documentId, null, await log.read(documentId, 0, PAGE), encoding, report);
  }
  if (replayed === null) throw new Error('a text without a snapshot begins empty');
  const { doc, answers, seq, tailBytes, whole } = replayed;
  // Nothing of the log is lost: each row names the one before it. So admission let in what builds on nothing (R10), and
  // nobody is to lose the rest of the text for it.
  if (!whole) report(new Error(`an update of ${documentId} builds on what its log does not have: it waits`));
  return createLiveText(
    {
      doc,
      answers,
      owners: new Map(owners),
      seq,
      snapshot: { seq: snapshot?.seq ?? 0, bytes: snapshot?.state.length ?? 0 },
      tailBytes,
    },
    report,
  );
}

const damaged = (what: string): StoreFailure =>
  new StoreFailure('storage-damaged', `${what}: restore DATA_DIR from a backup (npm run restore)`);

/** Null: the snapshot does not even read. Others get their turn between the pages of a long tail. */
async function replay(
  log: Pick<TextLog, 'read'>,
  documentId: DocumentId,
  snapshot: TextSnapshot | null,
  first: readonly StoredUpdate[],
  encoding: Encoding,
  report: (error: unknown) => void,
): Promise<Replayed | null> {
  const doc = startFrom(snapshot);
  if (doc === null) return null;
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  const answers = createAnswers(doc, encoding, snapshot === null ? null : { state: snapshot.state, known });
  let seq = snapshot?.seq ?? 0;
  let tailBytes = 0;
  for (let page = first; ; page = await log.read(documentId, seq, PAGE)) {
    for (const [k, part] of partsOf(page).entries()) {
      if (k > 0) await setImmediate();
      inOneStep(doc, answers, () => {
        for (const row of part) {
          if (readUpdate(row.update) === null)
            throw damaged(`update ${row.seq} of document ${documentId} is damaged`);
          integrate(doc, row.update, report);
          tailBytes += row.update.length;
        }
      });
    }
    seq = page.at(-1)?.seq ?? seq;
    if (page.length < PAGE) break;
    await setImmediate();
  }
  return {
    doc,
    answers,
    seq,
    tailBytes,
    whole: doc.store.pendingStructs === null && doc.store.pendingDs === null,
  };
}

/** Rows one after the other, each part as large as it may be. */
function partsOf(page: readonly StoredUpdate[]): StoredUpdate[][] {
  const parts: StoredUpdate[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const row of page) {
    bytes += row.update.length;
    if (bytes > PAGE_BYTES) {
      parts.push([]);
      bytes = row.update.length;
    }
    parts.at(-1)?.push(row);
  }
  return parts;
}

function startFrom(snapshot: TextSnapshot | null): Y.Doc | null {
  const doc = new Y.Doc();
  if (snapshot === null) return doc;
  if (readUpdate(snapshot.state) === null) return null;
  try {
    Y.applyUpdate(doc, snapshot.state);
    return doc;
  } catch {
    return null;
  }
}
