import * as encoding from 'lib0/encoding';
import type { Place } from '../../../server/room/place.ts';

/** Characters as no editor need have made them. */
export interface Struct {
  readonly clock: number;
  readonly length: number;
  readonly origin: Place | null;
  readonly rightOrigin: Place | null;
  readonly key?: string;
  /** Nothing of it is left. */
  readonly gone?: true;
}

export type Ranges = ReadonlyMap<number, readonly { readonly clock: number; readonly length: number }[]>;

/** An update of characters, each where it says, and of deletions. */
export function made(
  groups: ReadonlyMap<number, readonly Struct[]>,
  deletions: Ranges = new Map(),
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, groups.size);
  for (const [client, structs] of groups) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, structs[0]?.clock ?? 0);
    for (const { length, origin, rightOrigin, key, gone } of structs) {
      if (gone) {
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, length);
        continue;
      }
      const none = origin === null && rightOrigin === null;
      encoding.writeUint8(
        encoder,
        4 |
          (origin === null ? 0 : 0x80) |
          (rightOrigin === null ? 0 : 0x40) |
          (none && key !== undefined ? 0x20 : 0),
      );
      for (const place of [origin, rightOrigin]) {
        if (place === null) continue;
        encoding.writeVarUint(encoder, place.client);
        encoding.writeVarUint(encoder, place.clock);
      }
      if (none) {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, key === undefined ? 'text' : 'map');
        if (key !== undefined) encoding.writeVarString(encoder, key);
      }
      encoding.writeVarString(encoder, 'y'.repeat(length));
    }
  }
  encoding.writeVarUint(encoder, deletions.size);
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}
