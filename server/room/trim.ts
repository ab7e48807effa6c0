import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Frontier } from './frontier.ts';
import { type DeletedRange, type ReadUpdate, readUpdate } from './update-reader.ts';

/**
 * The part of an update that a text at `known` does not have yet. A returning client repeats the whole delete set
 * and may repeat structs; the log keeps only what is new, so that it stays a record of who did what.
 */
export function trimUpdate(
  update: Uint8Array,
  read: ReadUpdate,
  known: Frontier,
  fresh: readonly DeletedRange[],
): Uint8Array {
  const allStructsNew = read.sections.every((section) => section.start >= (known.get(section.client) ?? 0));
  const lengthOf = (ranges: readonly DeletedRange[]): number =>
    ranges.reduce((sum, range) => sum + range.length, 0);
  // Ranges that touch would be cut apart and become one again.
  const isAsFresh = fresh.length === read.deletions.length && lengthOf(fresh) === lengthOf(read.deletions);
  if (allStructsNew && isAsFresh) return update;
  const structs = allStructsNew ? update.subarray(0, read.deletionsAt) : newStructs(update, read, known);
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, structs);
  writeDeletions(encoder, fresh);
  return encoding.toUint8Array(encoder);
}

function newStructs(update: Uint8Array, read: ReadUpdate, known: Frontier): Uint8Array {
  const stateVector = new Map<ClientId, number>();
  for (const { client } of read.sections) stateVector.set(client, known.get(client) ?? 0);
  const diff = Y.diffUpdate(update, encodeFrontier(stateVector));
  const readDiff = readUpdate(diff);
  if (readDiff === null) throw new Error('Yjs wrote a difference that does not read back');
  return diff.subarray(0, readDiff.deletionsAt);
}

/** A state vector as Yjs encodes it. */
export function encodeFrontier(frontier: Frontier): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frontier.size);
  for (const [client, clock] of frontier) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}

/** A delete set as Yjs encodes it (version 1): ranges grouped by clientID. */
function writeDeletions(encoder: encoding.Encoder, ranges: readonly DeletedRange[]): void {
  const groups = new Map<ClientId, DeletedRange[]>();
  for (const range of ranges) {
    const group = groups.get(range.client);
    if (group === undefined) groups.set(range.client, [range]);
    else group.push(range);
  }
  encoding.writeVarUint(encoder, groups.size);
  for (const [client, group] of groups) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, group.length);
    for (const { clock, length } of group) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}
