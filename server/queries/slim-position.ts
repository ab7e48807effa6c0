import { type Holder, holderKey } from '../../shared/model/holder.ts';
import type { Position } from '../../shared/model/position.ts';
import type { Signature } from '../../shared/model/signature.ts';

/**
 * Makes rows share what they have in common: ids, holders, and the signature of one act on many paragraphs. Each row
 * as it comes from the store has strings of its own for all of these.
 */
export function createSlimming(): (row: Position) => Position {
  const strings = new Map<string, string>();
  const holders = new Map<string, Holder>();
  const signatures = new Map<string, Signature>();
  const once = <Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value => {
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, value);
    return value;
  };
  const same = <Text extends string>(text: Text): Text => once(strings, text, text) as Text;
  return ({ id, documentId, holder, version, paragraph, standing, words, confirms, by }) => ({
    id,
    documentId: same(documentId),
    holder: once(holders, holderKey(holder), holder),
    version: same(version),
    paragraph: same(paragraph),
    standing: standing === null ? null : same(standing),
    words: same(words),
    confirms: confirms === null ? null : same(confirms),
    by: once(signatures, `${by.participantId} ${by.onBehalfOf ?? ''} ${by.at}`, by),
  });
}
