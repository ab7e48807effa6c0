/**
 * Reads entries out of a ZIP archive (PKWARE APPNOTE 6.3), bounded in every way before and while inflating.
 * Inflation is Node's own and runs off the main thread; nothing is ever written to a disk, so a name is only a key.
 */

import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** Entries in one archive. A document of 300 pages with a picture on each stays below 700. */
export const MOST_ENTRIES = 4096;
/** Bytes of one entry once inflated. The text of 500 pages takes about 12 MB of XML. */
export const MOST_ENTRY_BYTES = 48 * 1024 * 1024;
/** Bytes of all entries that the archive declares. */
export const MOST_TOTAL_BYTES = 256 * 1024 * 1024;
/** How much smaller than its content an entry may be. Word's XML reaches 30, deflate's limit is 1,032. */
export const MOST_RATIO = 250;
/** Entries below this size are not judged by ratio. */
const RATIO_FLOOR = 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
/** The comment behind the end record has at most 65,535 bytes. */
const END_WINDOW = END_SIZE + 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  readonly names: readonly string[];
  /** The bytes of an entry, or null where there is none of this name. */
  read(name: string): Promise<Result<Uint8Array | null, Problem>>;
}

const damaged = problem(
  'unreadable-file',
  'The file is damaged or incomplete. Open it in Word, save it anew and try again.',
);
const bomb = problem('too-large', 'The file is far larger inside than a text can be. It was not read.');

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);

/** Opens an archive: reads its directory, judges what it declares, inflates nothing yet. */
export function openZip(bytes: Uint8Array): Result<Zip, Problem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return fail(damaged);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return fail(bomb);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let k = 0; k < count; k++) {
    const entry = readEntry(view, bytes, at);
    if (entry === null) return fail(damaged);
    if (entry.encrypted)
      return fail(problem('unreadable-file', 'The file has a password. Remove it and try again.'));
    total += entry.size;
    const ratio = entry.size / Math.max(1, entry.packed);
    if (entry.size > MOST_ENTRY_BYTES && /\.(?:xml|rels)$/i.test(entry.name)) return fail(bomb);
    if (total > MOST_TOTAL_BYTES || (entry.size > RATIO_FLOOR && ratio > MOST_RATIO)) return fail(bomb);
    // Two entries of one name read differently in different programs: refuse.
    if (entries.has(entry.name)) return fail(damaged);
    entries.set(entry.name, entry);
    at = entry.next;
  }
  return ok({ names: [...entries.keys()], read: (name) => readBytes(view, bytes, entries.get(name)) });
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_WINDOW);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): (Entry & { readonly encrypted: boolean; readonly next: number }) | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
}

/** Inflates one entry; what comes out must be as long as declared and have the checksum declared. */
async function readBytes(
  view: DataView,
  bytes: Uint8Array,
  entry: Entry | undefined,
): Promise<Result<Uint8Array | null, Problem>> {
  if (entry === undefined) return ok(null);
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return fail(damaged);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) return fail(damaged);
  const packed = bytes.subarray(start, start + entry.packed);
  try {
    const inflated =
      entry.method === STORED
        ? packed
        : entry.method === DEFLATED
          ? await inflate(packed, { maxOutputLength: Math.min(entry.size + 1, MOST_ENTRY_BYTES) })
          : null;
    if (inflated === null || inflated.length !== entry.size || crc32(inflated) !== entry.crc)
      return fail(damaged);
    return ok(inflated);
  } catch (error) {
    return fail((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb : damaged);
  }
}
