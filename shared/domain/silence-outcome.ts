import type { Holder } from '../model/holder.ts';
import type { IsoTime, ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { SilenceObjection, SilenceProcedure } from '../model/silence.ts';

/**
 * Whether an objection breaks a silence: made to it, before its deadline, and not taken back before it. One that a clock set back
 * stamped earlier than the opening counts: it was recorded while the silence ran.
 */
export const breaks = (objection: SilenceObjection, { id, deadline }: SilenceProcedure): boolean =>
  objection.silence === id &&
  objection.by.at < deadline &&
  (objection.withdrawnAt === null || objection.withdrawnAt >= deadline);

/**
 * A silence as it stands at a time: a pure function of rows and clock, so that it is the same whenever somebody looks,
 * also long after, also if the server was down at the deadline (rule V65). What is recorded already stays.
 */
export function silenceAt(
  silence: SilenceProcedure,
  objections: readonly SilenceObjection[],
  now: IsoTime,
): SilenceProcedure {
  const { outcome, deadline } = silence;
  if (outcome !== 'running' || now < deadline) return silence;
  const broken = objections.some((objection) => breaks(objection, silence));
  return { ...silence, outcome: broken ? 'broken' : 'kept', decidedAt: deadline };
}

/** The rows to record now, one for each silence whose time has come. Asked again it has nothing more to write. */
export const duePast = (
  procedures: readonly SilenceProcedure[],
  objections: readonly SilenceObjection[],
  now: IsoTime,
): SilenceProcedure[] =>
  procedures.flatMap((silence) => {
    const settled = silenceAt(silence, objections, now);
    return settled === silence ? [] : [settled];
  });

/** When the server has to look next, or null: the earliest deadline that has no outcome. */
export const nextDeadline = (procedures: readonly SilenceProcedure[]): IsoTime | null =>
  procedures
    .filter(({ outcome }) => outcome === 'running')
    .map(({ deadline }) => deadline)
    .sort()[0] ?? null;

/** A place that was objected to, and by whom: what facilitators list when a silence was broken. */
export interface BrokenPlace {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly chapeau: boolean;
  readonly by: readonly { readonly holder: Holder; readonly objection: string }[];
}

/** The places a silence was broken at, in the reading order of its version, a chapeau before the rest of its part. */
export function brokenPlaces(
  silence: SilenceProcedure,
  objections: readonly SilenceObjection[],
  paragraphs: readonly Pick<LabelledParagraph, 'id'>[],
): BrokenPlace[] {
  const at = new Map(paragraphs.map(({ id }, k) => [id, k]));
  const places = new Map<string, BrokenPlace & { by: { holder: Holder; objection: string }[] }>();
  for (const objection of objections.filter((one) => breaks(one, silence)))
    for (const { paragraph, label, chapeau } of objection.places) {
      const key = `${paragraph} ${chapeau}`;
      const place = places.get(key) ?? { paragraph, label, chapeau, by: [] };
      places.set(key, place);
      place.by.push({ holder: objection.holder, objection: objection.id });
    }
  return [...places.values()].sort(
    (a, b) =>
      (at.get(a.paragraph) ?? at.size) - (at.get(b.paragraph) ?? at.size) ||
      Number(b.chapeau) - Number(a.chapeau),
  );
}
