import { z } from 'zod';
import type { GroupId, ParagraphId, ProposalId, VersionId } from '../model/ids.ts';
import { idOf } from './fields.ts';
import { INPUTS_AT_ONCE, LETTER_LENGTH, REASON_LENGTH } from './limits.ts';
import { askedMoment } from './moment.ts';
import { holderShape } from './position-rows.ts';
import { registerEntry } from './register.ts';
import { objectionRow, silenceRow } from './silence-rows.ts';
import { storedId } from './stored-id.ts';
import { cleanWords, writtenText } from './written.ts';

/** Facilitators' note to delegations. */
const letter = z.string().max(LETTER_LENGTH).overwrite(cleanWords).default('');

/** `POST …/silences`: an instant, or a wall time in a zone of the IANA data base, of which the later reading counts. */
export const silenceRequest = z.strictObject({ version: idOf<VersionId>(), deadline: askedMoment, letter });
export type SilenceRequest = z.input<typeof silenceRequest>;

/** `POST …/silences/:silence/extension`: a deadline like that of the opening, later than the one that stands. */
export const extensionRequest = z.strictObject({ deadline: askedMoment, letter });
export type ExtensionRequest = z.input<typeof extensionRequest>;

const SILENCE_WARNINGS = ['shorter-than-72-hours', 'wall-time-skipped', 'wall-time-repeated'] as const;

/** Answer to `POST …/silences` and to an extension. What is warned of was recorded all the same. */
export const silenceAnswer = z.strictObject({
  entry: registerEntry,
  warnings: z.array(z.enum(SILENCE_WARNINGS)).readonly(),
});
export type SilenceAnswer = z.infer<typeof silenceAnswer>;

/** `POST …/silences/:silence/objections`. */
export const objectionRequest = z.strictObject({
  places: z
    .array(z.strictObject({ paragraph: idOf<ParagraphId>(), chapeau: z.boolean().default(false) }))
    .max(INPUTS_AT_ONCE),
  reason: writtenText.refine(
    (text) => text.length <= REASON_LENGTH,
    `must not be longer than ${REASON_LENGTH} characters`,
  ),
  /** An amendment of this document that comes with it. */
  proposal: idOf<ProposalId>().nullable().default(null),
  /** A group that one may speak for. */
  onBehalfOf: idOf<GroupId>().nullable().default(null),
});
export type ObjectionRequest = z.input<typeof objectionRequest>;

/** `GET …/silences`: every procedure, oldest first, with its objections and the places at which it was broken. */
export const silencesAnswer = z.strictObject({
  silences: z
    .array(
      z.strictObject({
        silence: silenceRow,
        objections: z.array(objectionRow).readonly(),
        /** In the reading order of the version; a chapeau before the rest of its part. */
        places: z
          .array(
            z.strictObject({
              paragraph: storedId<ParagraphId>(),
              label: z.string(),
              chapeau: z.boolean(),
              by: z.array(z.strictObject({ holder: holderShape, objection: z.string() })).readonly(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
export type SilencesAnswer = z.infer<typeof silencesAnswer>;
