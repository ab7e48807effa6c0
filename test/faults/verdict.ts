import * as Y from 'yjs';
import { main as verify } from '../../server/cli/verify.ts';
import type { TextAuthorship } from '../../server/ports/authorship.ts';
import { createAuthorship } from '../../server/room/authorship.ts';
import { openSqliteReader } from '../../server/store/sqlite/store.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { runCommand } from '../server/cli/run-command.ts';
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
  /** Who wrote under a clientID, in any of the documents. Of other clientIDs nothing is known. */
  readonly authors?: ReadonlyMap<number, ParticipantId>;
}

/** Node's words for a promise that failed unheard or an error nobody caught. */
const UNHEARD = /unhandled|uncaught|^Node\.js v\d/im;

/**
 * F1: the verdict that every drill ends with; empty when all holds. Nothing acknowledged and nothing anybody saw is
 * missing, the log replayed is the text that is loaded, every character is known to be by who typed it, the record
 * verifies by the operator's own command, and no promise failed unheard.
 */
export async function verdict({ folder, stderr, witnesses, authors }: Scene): Promise<string[]> {
  const findings: string[] = [];
  if (UNHEARD.test(stderr)) findings.push(`an error nobody caught: ${stderr.slice(0, 2000)}`);
  try {
    const store = openSqliteReader(folder);
    try {
      for (const [id, people] of witnesses) {
        const { snapshot, tail } = await store.textLog.load(id);
        const [loaded, replayed] = [new Y.Doc(), new Y.Doc()];
        if (snapshot !== null) Y.applyUpdate(loaded, snapshot.state);
        for (const { update } of tail) Y.applyUpdate(loaded, update);
        for (const { update } of await store.textLog.read(id, 0, 10_000_000)) Y.applyUpdate(replayed, update);
        if (contentOf(loaded) !== contentOf(replayed))
          findings.push(`${id}: the log replayed is another text`);
        const text = Y.snapshot(loaded);
        for (const { name, seen, promised } of people) {
          if (!holds(text, Y.snapshot(seen))) findings.push(`${id}: seen by ${name}, but lost`);
          if (!holds(text, promised)) findings.push(`${id}: acknowledged to ${name}, but lost`);
        }
        const told = await createAuthorship(store.textLog).authorship(id);
        findings.push(...misattributed(replayed, told, authors ?? new Map()).map((what) => `${id}: ${what}`));
      }
    } finally {
      store.close();
    }
    const { code, out, err } = await runCommand(verify, folder);
    if (code !== 0) findings.push(...`${out}${err}`.trim().split('\n'));
  } catch (error) {
    findings.push(`the record cannot be read: ${String(error)}`);
  }
  return findings;
}

/** Words, formats, markers and how far each client has come. */
const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([
    doc.getText(TEXT_NAME).toDelta(),
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  ]);

/** Characters that stand in the text under a clientID of one person, and in the record under another's name. */
function misattributed(
  doc: Y.Doc,
  { paragraphs }: TextAuthorship,
  authors: ReadonlyMap<number, ParticipantId>,
): string[] {
  const told = paragraphs.flatMap(({ runs }) =>
    runs.flatMap(({ text, by }) => text.split('').map((character) => ({ character, by }))),
  );
  const findings: string[] = [];
  let at = 0;
  for (let item = doc.getText(TEXT_NAME)._start; item !== null; item = item.right) {
    const { content, id, deleted } = item;
    if (deleted || !item.countable) continue;
    if (!(content instanceof Y.ContentString)) {
      // Another embed than a paragraph's marker counts as a character.
      if (!(content instanceof Y.ContentType && content.type instanceof Y.Map)) at += item.length;
      continue;
    }
    const by = authors.get(id.client);
    for (const character of content.str.split('')) {
      const said = told[at];
      at += 1;
      if (said?.character !== character) return [`authorship tells ${said?.character} for ${character}`];
      if (by !== undefined && said.by !== by)
        findings.push(`${character} is by ${by}, and said to be by ${said.by}`);
    }
  }
  return at === told.length ? findings : [...findings, 'authorship tells words that are not in the text'];
}
