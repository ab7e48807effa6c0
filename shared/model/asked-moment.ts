import type { IsoTime } from './ids.ts';

/** A time as somebody announces it: an instant, or what the clocks of a zone will show (`2026-03-06T18:00`). */
export type AskedMoment = IsoTime | { readonly wall: string; readonly timeZone: string };

/** The same, or a day by the calendar of UTC, `2026-03-06`. */
export type AskedDay = AskedMoment | string;
