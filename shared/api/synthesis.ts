import { z } from 'zod';
import { DECISIONS } from '../model/disposition.ts';
import type { DispositionSection } from '../model/disposition-table.ts';
import type { DelegationId, ParagraphId, VersionId } from '../model/ids.ts';
import { CONSTITUENCIES, REGIONS } from '../model/participant.ts';
import type { Synthesis, SynthesisVersion, Tally, Voice } from '../model/synthesis.ts';
import { count, idOf, isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';

/** Query of `GET …/synthesis`: a version that was prepared, or `working` for the one that is being prepared. */
export const synthesisQuery = z.strictObject({
  version: z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]).default('working'),
});

const version: z.ZodType<SynthesisVersion, SynthesisVersion> = z.strictObject({
  id: storedId<VersionId>(),
  name: z.string(),
  publishedAt: isoTime,
});

const tally = z.strictObject({
  received: count,
  ...Object.fromEntries([...DECISIONS, 'undecided', 'withdrawn'].map((key) => [key, count])),
}) as unknown as z.ZodType<Tally, Tally>;

const delegations = z.array(storedId<DelegationId>()).readonly();
const voice = <Kind extends string>(kinds: readonly Kind[]) =>
  z.strictObject({ kind: z.enum(kinds), delegations, silent: delegations, tally }) as unknown as z.ZodType<
    Voice<Kind>,
    Voice<Kind>
  >;

const line = z.strictObject({
  id: z.string(),
  paragraph: storedId<ParagraphId>().nullable(),
  label: z.string(),
  gone: z.boolean(),
  delegation: z.string(),
  enteredBy: z.string(),
  onBehalfOf: z.string(),
  constituency: z.enum(CONSTITUENCIES).nullable(),
  region: z.enum(REGIONS).nullable(),
  kind: z.string(),
  at: isoTime,
  text: z.string(),
  wording: z.string(),
  withdrawn: z.boolean(),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.string(),
  summary: z.string(),
  ledTo: z.array(z.string()).readonly(),
  duplicateOf: z.string(),
  reaction: z.strictObject({ satisfied: z.boolean(), reason: z.string() }).nullable(),
  contests: z.array(z.strictObject({ text: z.string(), answer: z.string().nullable() })).readonly(),
});

/** Inputs on one paragraph with what became of them. */
export const dispositionSection: z.ZodType<DispositionSection, DispositionSection> = z.strictObject({
  paragraph: storedId<ParagraphId>().nullable(),
  label: z.string(),
  words: z.string(),
  gone: z.boolean(),
  lines: z.array(line).readonly(),
});

/** `GET …/synthesis`. */
export const synthesisAnswer: z.ZodType<Synthesis, Synthesis> = z.strictObject({
  version: version.nullable(),
  previous: version.nullable(),
  from: isoTime.nullable(),
  to: isoTime,
  tally,
  constituencies: z.array(voice([...CONSTITUENCIES, 'none'])).readonly(),
  regions: z.array(voice([...REGIONS, 'none'])).readonly(),
  silentConstituencies: z.array(z.enum(CONSTITUENCIES)).readonly(),
  sections: z
    .array(
      z.strictObject({
        heading: storedId<ParagraphId>().nullable(),
        title: z.string(),
        tally,
        paragraphs: z.array(dispositionSection).readonly(),
      }),
    )
    .readonly(),
  names: z.record(z.string(), z.string()),
});
export type SynthesisAnswer = z.infer<typeof synthesisAnswer>;
