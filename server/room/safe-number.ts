import * as decoding from 'lib0/decoding';

/**
 * A varuint of at most 2^53 − 1. lib0 lets somewhat larger ones pass; as a clientID such a number can be stored but
 * not read back, and as a clock Yjs writes what it does not read again. Throws a RangeError.
 */
export function readSafeUint(decoder: decoding.Decoder): number {
  const number = decoding.readVarUint(decoder);
  if (number > Number.MAX_SAFE_INTEGER) throw new RangeError('a number above 2^53 - 1');
  return number;
}
