import type * as Y from 'yjs';
import type { Row } from '../../../server/room/row.ts';
import type { Random } from '../../sim/random.ts';
import { createDoc } from './test-client.ts';

export interface Writer {
  readonly doc: Y.Doc;
  /** What they typed that has not come yet. */
  readonly updates: Uint8Array[];
  at: number;
  /** The row that more may join. */
  row: Row | null;
}

export function createWriter(): Writer {
  const writer: Writer = { doc: createDoc(), updates: [], at: 0, row: null };
  writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') writer.updates.push(update);
  });
  return writer;
}

/** Types some characters, an update each, or deletes some. */
export function type(random: Random, writer: Writer, { deletes, most }: Habit): void {
  const text = writer.doc.getText('text');
  if (random.chance(0.6)) writer.at = random.below(text.length + 1);
  writer.at = Math.min(writer.at, text.length);
  if (random.chance(deletes) && text.length > 4) {
    const length = Math.min(text.length, random.pick([1, 2, 9]));
    writer.at = Math.min(writer.at, text.length - length);
    text.delete(writer.at, length);
    return;
  }
  for (let k = 1 + random.below(most); k > 0; k -= 1) {
    const word = random.pick(['a', 'b', 'c', 'de']);
    text.insert(writer.at, word);
    writer.at += word.length;
  }
}

export interface Habit {
  readonly name: string;
  readonly deletes: number;
  /** Characters that are typed at one place. */
  readonly most: number;
  /** Characters with which all begins, typed at one place. */
  readonly before: number;
  readonly writers: number;
}
