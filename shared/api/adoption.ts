import { z } from 'zod';
import type { IsoTime, VersionId } from '../model/ids.ts';
import { askedTime, idOf } from './fields.ts';
import { registerEntry } from './register.ts';
import { adoptionRow } from './silence-rows.ts';

/** The day of adoption as it is printed: `2025-12-17`. Of a time with its offset the date it was written with counts. */
const day = z
  .union([z.iso.date({ error: 'must be a day such as 2025-12-17' }), askedTime])
  .transform((asked) => `${asked.slice(0, 10)}T00:00:00.000Z` as IsoTime);

const votes = z.strictObject({
  inFavour: z.number(),
  against: z.number(),
  abstaining: z.number(),
});

/** `POST …/adoption`. */
export const adoptionRequest = z.strictObject({
  version: idOf<VersionId>(),
  manner: z.enum(['consensus', 'recorded-vote']),
  votes: votes.nullable().default(null),
  date: day,
  /** As printed, such as `A/RES/80/173`; often known only later. */
  symbol: z.string().default(''),
});
export type AdoptionRequest = z.input<typeof adoptionRequest>;

/** `PATCH …/adoption`: what is left out stays. */
export const adoptionCorrection = z
  .strictObject({
    manner: z.enum(['consensus', 'recorded-vote']).exactOptional(),
    votes: votes.nullable().exactOptional(),
    date: day.exactOptional(),
    symbol: z.string().exactOptional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'name at least one of manner, votes, date, symbol');
export type AdoptionCorrection = z.input<typeof adoptionCorrection>;

const ADOPTION_WARNINGS = [
  'not-final',
  'brackets-remain',
  'unusual-symbol',
  'more-votes-than-members',
] as const;

/** Answer to both. What is warned of was recorded all the same. */
export const recordedAdoption = z.strictObject({
  entry: registerEntry,
  warnings: z.array(z.enum(ADOPTION_WARNINGS)).readonly(),
});
export type RecordedAdoptionAnswer = z.infer<typeof recordedAdoption>;

/** `GET …/adoption`: null until the text is adopted. */
export const adoptionAnswer = z.strictObject({ adoption: adoptionRow.nullable() });
export type AdoptionAnswer = z.infer<typeof adoptionAnswer>;
