import { z } from 'zod';
import type { DelegationId, ParagraphId, VersionId } from '../model/ids.ts';
import { CONSTITUENCIES } from '../model/participant.ts';
import { STANDINGS } from '../model/position.ts';
import { signatureShape } from './anchor.ts';
import { count, idOf } from './fields.ts';
import { holderShape } from './position-rows.ts';
import { storedId } from './stored-id.ts';

/** All delegations, or those of one constituency. */
export const askedFrame = z.enum(['everybody', ...CONSTITUENCIES]);
export type AskedFrame = z.infer<typeof askedFrame>;

/** Query of `GET …/positions/reading`. `frame` is whose consensus is asked for: usually that of governments. */
export const positionsReadingQuery = z.strictObject({
  version: z.union([z.literal('latest'), idOf<VersionId>()]).default('latest'),
  frame: askedFrame.default('government'),
});

const paragraph = storedId<ParagraphId>();
const delegations = z.array(storedId<DelegationId>()).readonly();

const objection = z.strictObject({
  holder: holderShape,
  standing: z.enum(STANDINGS),
  state: z.enum(['own', 'carried', 'to-reconfirm']),
  because: z.enum(['words-changed', 'split', 'merged']).nullable(),
  takenOn: storedId<VersionId>(),
  words: z.string(),
  by: signatureShape,
  /** Whom it speaks for. */
  delegations,
});

const silent = z.strictObject({
  delegations,
  throughGroups: delegations,
  constituencies: z.array(z.string()).readonly(),
  regions: z.array(z.string()).readonly(),
});

/** `GET …/positions/reading`: where rough consensus could be (docs/spec.md, V30–V39). A reading, not a decision. */
export const positionsReadingAnswer = z.strictObject({
  version: storedId<VersionId>(),
  head: count,
  frame: askedFrame,
  /** In reading order. */
  paragraphs: z
    .array(
      z.strictObject({
        paragraph,
        label: z.string(),
        answer: z.enum(['no-objections-heard', 'objections-remain', 'not-enough-heard']),
        sentence: z.enum([
          'nobody-objects',
          'opposition-remains',
          'concerns-remain',
          'nobody-heard',
          'too-few-heard',
          'whole-groups-not-heard',
        ]),
        numbers: z.strictObject({
          asked: count,
          heard: count,
          support: count,
          canLiveWith: count,
          concern: count,
          oppose: count,
          split: count,
          toReconfirm: count,
          notHeard: count,
        }),
        objections: z.array(objection).readonly(),
        outside: z.array(objection).readonly(),
        silent: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  /** Most contested first. */
  contested: z.array(paragraph).readonly(),
  pairs: z.strictObject({
    list: z
      .array(
        z.strictObject({
          a: holderShape,
          b: holderShape,
          shared: z.array(paragraph).readonly(),
          either: count,
          likeness: z.number(),
        }),
      )
      .readonly(),
    total: count,
  }),
  /** Who is silent below each heading, and on the whole text. */
  sections: z
    .array(z.strictObject({ heading: paragraph, label: z.string(), text: z.string(), silent }))
    .readonly(),
  silent,
});
export type PositionsReadingAnswer = z.infer<typeof positionsReadingAnswer>;
