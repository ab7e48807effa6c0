import * as Y from 'yjs';
import { verify } from '../../server/audit/verify.ts';
import { createAuthorship } from '../../server/room/authorship.ts';
import { openSqliteReader } from '../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { holds, type Typist } from '../sim/room/typist.ts';

/** What somebody was shown and promised: the ledger of a client. */
export type Witness = Pick<Typist, 'name' | 'seen' | 'promised'>;

/** What is left when a drill is over. */
export interface Scene {
  /** Data folder. A server may run on it: what is committed is looked at. */
  readonly folder: string;
  /** Everything servers printed on stderr. */
  readonly stderr: string;
  /** Witnesses of each document. */
  readonly witnesses: ReadonlyMap<DocumentId, readonly Witness[]>;
}

/** Node's words for a promise that failed unheard or an error nobody caught. */
const UNHEARD = /unhandled|uncaught|^Node\.js v\d/im;

/**
 * F1: the verdict that every drill ends with; empty when all holds. Nothing acknowledged and nothing anybody saw is
 * missing, the log replayed is the text that is loaded, authorship can be told, the audit chain verifies, and no
 * promise failed unheard.
 */
export async function verdict({ folder, stderr, witnesses }: Scene): Promise<string[]> {
  const findings: string[] = [];
  if (UNHEARD.test(stderr)) findings.push(`an error nobody caught: ${stderr.slice(0, 2000)}`);
  const store = openSqliteReader(folder);
  try {
    for (const [id, people] of witnesses) {
      const { snapshot, tail } = await store.textLog.load(id);
      const [loaded, replayed] = [new Y.Doc(), new Y.Doc()];
      if (snapshot !== null) Y.applyUpdate(loaded, snapshot.state);
      for (const { update } of tail) Y.applyUpdate(loaded, update);
      for (const { update } of await store.textLog.read(id, 0, 10_000_000)) Y.applyUpdate(replayed, update);
      if (contentOf(loaded) !== contentOf(replayed)) findings.push(`${id}: the log replayed is another text`);
      const text = Y.snapshot(loaded);
      for (const { name, seen, promised } of people) {
        if (!holds(text, Y.snapshot(seen))) findings.push(`${id}: seen by ${name}, but lost`);
        if (!holds(text, promised)) findings.push(`${id}: acknowledged to ${name}, but lost`);
      }
      await createAuthorship(store.textLog).authorship(id);
    }
    for (const { documentId, findings: rows } of await verify(store))
      findings.push(...rows.map(({ row, problem }) => `${documentId}: ${row} ${problem}`));
  } catch (error) {
    findings.push(`the record cannot be read: ${String(error)}`);
  } finally {
    store.close();
  }
  return findings;
}

/** Words, formats, markers and how far each client has come. */
const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([
    doc.getText(TEXT_NAME).toDelta(),
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  ]);
