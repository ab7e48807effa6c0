import { z } from 'zod';
import type { AskedDay, AskedMoment } from '../model/asked-moment.ts';
import { askedTime } from './fields.ts';

/** Characters in the name of a time zone; the longest of the IANA data base has 32. */
const ZONE_LENGTH = 64;

export const timeZoneField = z.string().min(1).max(ZONE_LENGTH);

const wallMoment = z.strictObject({
  wall: z
    .string()
    .regex(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
      'must be what clocks show, to the minute, such as 2026-03-06T18:00',
    ),
  timeZone: timeZoneField,
});

/** An instant with its offset, or `{wall, timeZone}`: what the clocks of a zone by its IANA name will show. */
export const askedMoment: z.ZodType<AskedMoment, AskedMoment> = z.union([askedTime, wallMoment]);

/** The same, or a day such as `2026-03-06`. */
export const askedDay: z.ZodType<AskedDay, AskedDay> = z.union([
  z.iso.date({ error: 'must be a day such as 2026-03-06, or a time' }),
  askedTime,
  wallMoment,
]);
