import { z } from 'zod';
import {
  type Anchor,
  type AnchoredText,
  CARRIES,
  type Place,
  type Quote,
  RESOLUTIONS,
  type RelativeRange,
} from '../model/anchor.ts';
import type { DelegationId, GroupId, ParagraphId, ParticipantId } from '../model/ids.ts';
import type { Signature } from '../model/signature.ts';
import { isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';

/** `working`, or the id of a version. */
export const anchoredText = z.string() as unknown as z.ZodType<AnchoredText, AnchoredText>;

const quote: z.ZodType<Quote, Quote> = z.strictObject({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

const relativeRange: z.ZodType<RelativeRange, RelativeRange> = z.strictObject({
  start: z.string(),
  end: z.string(),
});

const paragraph = storedId<ParagraphId>();
const offset = z.int().min(0);

/** An anchor as the register keeps it. */
export const anchorShape: z.ZodType<Anchor, Anchor> = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('text'), text: anchoredText }),
  z.strictObject({
    scope: z.literal('words'),
    text: anchoredText,
    paragraph,
    label: z.string(),
    start: offset,
    end: offset,
    quote,
    relative: relativeRange.nullable(),
  }),
  z.strictObject({ scope: z.literal('paragraph'), text: anchoredText, paragraph, label: z.string(), quote }),
  z.strictObject({
    scope: z.literal('absent'),
    text: anchoredText,
    paragraph: paragraph.nullable(),
    label: z.string(),
    quote,
  }),
]);

/** Where an anchor stands in some text. */
export const placeShape: z.ZodType<Place, Place> = z.strictObject({
  resolution: z.enum(RESOLUTIONS),
  carry: z.enum(CARRIES),
  paragraph: paragraph.nullable(),
  start: offset,
  end: offset,
  near: paragraph.nullable(),
});

/** Who did something, for whom, and when. */
export const signatureShape: z.ZodType<Signature, Signature> = z.strictObject({
  participantId: storedId<ParticipantId>(),
  delegationId: storedId<DelegationId>(),
  onBehalfOf: storedId<GroupId>().nullable(),
  at: isoTime,
});
