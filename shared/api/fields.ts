import { z } from 'zod';
import type { Brand, IsoTime } from '../model/ids.ts';
import { ID_LENGTH, NAME_LENGTH, TITLE_LENGTH } from './limits.ts';

/** One schema for all: each would take 5 KB. */
const ID = z
  .string()
  .min(1)
  .max(ID_LENGTH)
  .regex(/^[A-Za-z0-9_~.-]+$/, 'is no id of ours');

/** An id of one noun. Ids travel as plain strings; the brand is for the compiler alone. */
export const idOf = <Id extends Brand<string>>() => ID as unknown as z.ZodType<Id, Id>;

/** A time as the server stamps it: ISO 8601 in UTC, such as `2026-10-03T18:00:00.000Z`. */
export const isoTime = z.iso.datetime({
  error: 'must be a time in UTC such as 2026-10-03T18:00:00.000Z',
}) as unknown as z.ZodType<IsoTime, IsoTime>;

/** A time that a client asks for: any offset will do, `2026-10-03T18:00:00+02:00` as well; the server keeps it in UTC. */
export const askedTime = z.iso.datetime({
  offset: true,
  error: 'must be a time with its offset, such as 2026-10-03T18:00:00Z',
}) as unknown as z.ZodType<IsoTime, IsoTime>;

/** No control characters (Unicode category Cc) and something other than white space. */
const line = (most: number) =>
  z
    .string()
    .max(most, `must not be longer than ${most} characters`)
    .refine((text) => text.trim() !== '', 'must not be empty')
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters');

export const titleField = line(TITLE_LENGTH);
export const nameField = line(NAME_LENGTH);

/** SHA-256 in lower-case hexadecimal. */
export const hashField = z.string().regex(/^[0-9a-f]{64}$/);

/** A whole number from 0. */
export const count = z.int().min(0);
