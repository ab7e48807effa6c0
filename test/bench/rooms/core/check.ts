import * as Y from 'yjs';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { type Dialect, NOTHING_NEW } from './dialect.ts';
import { type Gathering, lostAt } from './gathering.ts';
import { type Address, type Line, openLine } from './line.ts';
import { until } from './pace.ts';

/** What must be true after every run. */
export interface Soundness {
  /** Updates that some receiver never got, summed over all. */
  readonly lost: number;
  /** Updates that a receiver got twice, and ones that came before an earlier one of their writer. */
  readonly doubled: number;
  readonly gaps: number;
  /** Whether writers, a fresh joiner and so the server end with the same text. */
  readonly converged: boolean;
}

/** Checks a gathering at rest. Of many writers, the documents of `documents` are compared; all are counted. */
export async function checkGathering(
  gathering: Gathering,
  documents = gathering.writers.length,
): Promise<Soundness> {
  const { server, room, writers, readers } = gathering;
  const compared = writers.slice(0, documents);
  for (const writer of compared) writer.catchUp();
  const texts = compared.map(({ text }) => fingerprint(text));
  if (server.holdsText) {
    const ends = new Map(writers.map(({ doc, clock }) => [doc.clientID, clock]));
    const joiner = await joinFresh(room, room.reader(0), ends);
    texts.push(fingerprint(joiner.getText(TEXT_NAME)));
  }
  const ledgers = [...readers, ...writers].map(({ ledger }) => ledger);
  return {
    lost: lostAt(gathering),
    doubled: readers.reduce((sum, { ledger }) => sum + ledger.doubled, 0),
    gaps: ledgers.reduce((sum, ledger) => sum + ledger.gaps, 0),
    converged: new Set(texts).size === 1,
  };
}

/** Everything that can be seen of a text: characters, formats, markers. */
export const fingerprint = (text: Y.Text): string =>
  JSON.stringify(text.toDelta(), (_, value: unknown) =>
    value instanceof Y.AbstractType ? value.toJSON() : value,
  );

/** Enters with an empty document and takes what comes. `isWhole`: the server has answered with the text once. */
export async function enterFresh(
  room: { readonly dialect: Dialect },
  address: Address,
): Promise<{ readonly doc: Y.Doc; readonly line: Line; isWhole(): boolean }> {
  const doc = new Y.Doc();
  let own: Line | null = null;
  let whole = false;
  const line = await openLine(address, {
    open(opened) {
      own = opened;
      opened.sendAll(room.dialect.hello(Y.encodeStateVector(doc)));
    },
    message(bytes, start, end) {
      const heard = room.dialect.hear(Buffer.from(bytes.subarray(start, end)));
      if (heard.kind === 'asks') own?.send(room.dialect.whole(NOTHING_NEW));
      if (heard.kind !== 'update') return;
      Y.applyUpdate(doc, heard.update);
      whole ||= heard.whole;
    },
  });
  return { doc, line, isWhole: () => whole };
}

/** Enters with an empty document and waits for all clocks that are asked for. Answers the document. */
export async function joinFresh(
  room: { readonly dialect: Dialect },
  address: Address,
  clocks: ReadonlyMap<number, number>,
): Promise<Y.Doc> {
  const { doc, line } = await enterFresh(room, address);
  const has = (): boolean => [...clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock);
  const joined = await until(has, 30_000);
  line.drop();
  if (!joined) throw new Error(`a fresh client did not get the whole text; ${line.ended}`);
  return doc;
}
