import { z } from 'zod';
import type { DelegationId, VersionId } from '../model/ids.ts';
import { MILESTONE_KINDS } from '../model/milestone.ts';
import { CONSTITUENCIES } from '../model/participant.ts';
import { RECEIVED_NOUNS, type ReceivedNoun, type Roadmap } from '../model/roadmap.ts';
import { count, idOf, isoTime, nameField } from './fields.ts';
import { askedDay, askedMoment, timeZoneField } from './moment.ts';
import { registerEntry } from './register.ts';
import { milestoneRow } from './silence-rows.ts';
import { storedId } from './stored-id.ts';

/** `POST …/milestones` and `PUT …/milestones/:m`: the whole of it. `planned` may be left out where there is a window. */
export const milestoneRequest = z.strictObject({
  kind: z.enum(MILESTONE_KINDS),
  name: nameField,
  planned: askedDay.nullable().default(null),
  actual: askedDay.nullable().default(null),
  window: z
    .strictObject({ opensAt: askedMoment, closesAt: askedMoment, timeZone: timeZoneField })
    .nullable()
    .default(null),
  version: idOf<VersionId>().nullable().default(null),
});
export type MilestoneBody = z.input<typeof milestoneRequest>;

/** `POST …/milestones/:m/opening`: until when, where that is not the announced end of its window. */
export const openingRequest = z.strictObject({
  closesAt: askedMoment.nullable().default(null),
  timeZone: timeZoneField.nullable().default(null),
});
export type OpeningBody = z.input<typeof openingRequest>;

/** The new revision, and what should be thought about; it was recorded all the same. */
export const milestoneAnswer = z.strictObject({
  entry: registerEntry,
  warnings: z.array(z.enum(['shorter-than-seven-working-days'])).readonly(),
});
export type MilestoneAnswer = z.infer<typeof milestoneAnswer>;

const received = z
  .array(
    z.strictObject({
      delegation: storedId<DelegationId>(),
      constituency: z.enum(CONSTITUENCIES).nullable(),
      counts: z.strictObject(
        Object.fromEntries(RECEIVED_NOUNS.map((noun) => [noun, count])) as Record<ReceivedNoun, typeof count>,
      ),
    }),
  )
  .readonly();
const period = z.strictObject({ from: isoTime.nullable(), to: isoTime.nullable() });
const versions = z.array(storedId<VersionId>()).readonly();

/** `GET …/roadmap`. */
export const roadmapAnswer: z.ZodType<Roadmap, Roadmap> = z.strictObject({
  at: isoTime,
  stations: z
    .array(
      z.strictObject({
        milestone: milestoneRow,
        window: z
          .strictObject({
            state: z.enum(['not-yet', 'open', 'closed']),
            running: z.boolean(),
            workingDays: count,
          })
          .nullable(),
        period: period.nullable(),
        versions,
        received,
        suggested: z
          .strictObject({
            why: z.enum(['published', 'silence', 'adopted']),
            at: isoTime,
            version: storedId<VersionId>().nullable(),
          })
          .nullable(),
      }),
    )
    .readonly(),
  since: z.strictObject({ period, versions, received }),
});
export type RoadmapAnswer = z.infer<typeof roadmapAnswer>;
