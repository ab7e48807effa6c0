import type { Holder } from '../model/holder.ts';
import type { DocumentId, IsoTime, ProposalId, VersionId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { Adoption, ObjectedPlace, SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import { wrong } from './wrong-field.ts';

/** General Assembly decision 74/544 (2020): at least 72 hours. Shorter is told, not refused: practice differs. */
export const SILENCE_HOURS = 72;

export interface WantedSilence {
  readonly version: VersionId;
  readonly deadline: IsoTime;
  readonly letter: string;
}

export interface SilenceFacts {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly latest: VersionId | null;
  /** Every procedure of the document, as it stands. */
  readonly procedures: readonly SilenceProcedure[];
  readonly adoption: Adoption | null;
  readonly by: Signature;
}

export type SilenceWarning = 'shorter-than-72-hours';

/** Puts the latest version under silence (rules V60, V61). The server freezes the text with it. */
export function openSilence(
  { version, deadline, letter }: WantedSilence,
  { id, documentId, latest, procedures, adoption, by }: SilenceFacts,
): Result<{ readonly row: SilenceProcedure; readonly warnings: readonly SilenceWarning[] }, Problem> {
  if (adoption !== null) return fail(problem('phase-conflict', 'the text has been adopted'));
  if (version !== latest) return wrong('version', 'must be the latest version');
  const opensAt = by.at;
  const asked = normalDeadline(deadline);
  if (!asked.ok) return asked;
  if (asked.value <= opensAt) return wrong('deadline', 'must lie in the future');
  if (procedures.some(({ outcome }) => outcome === 'running'))
    return fail(problem('phase-conflict', 'a silence procedure is running already'));
  const row: SilenceProcedure = {
    id,
    documentId,
    version,
    opensAt,
    deadline: asked.value,
    letter,
    outcome: 'running',
    decidedAt: null,
    by,
  };
  return ok({ row, warnings: warningsOf(row) });
}

/** As the server prints times, so that they compare as text. */
export function normalDeadline(deadline: IsoTime): Result<IsoTime, Problem> {
  const time = Date.parse(deadline);
  return Number.isNaN(time)
    ? wrong('deadline', 'must be a time such as 2026-03-06T20:00:00.000Z')
    : ok(new Date(time).toISOString() as IsoTime);
}

/** What facilitators are told of a deadline: how long the version is under silence as a whole, extensions included. */
export const warningsOf = ({
  opensAt,
  deadline,
}: Pick<SilenceProcedure, 'opensAt' | 'deadline'>): readonly SilenceWarning[] =>
  Date.parse(deadline) - Date.parse(opensAt) < SILENCE_HOURS * 3_600_000 ? ['shorter-than-72-hours'] : [];

/** Whether somebody may still object or take an objection back: before the deadline, to the millisecond. */
export const isRunning = ({ outcome, deadline }: SilenceProcedure, now: IsoTime): boolean =>
  outcome === 'running' && now < deadline;

/** The refusal of what comes after the end of a silence. */
export const over = ({
  outcome,
  deadline,
}: SilenceProcedure): { readonly ok: false; readonly error: Problem } =>
  fail(
    problem(
      'too-late',
      outcome === 'ended' ? 'the facilitators have ended this silence' : `the deadline was ${deadline}`,
    ),
  );

/** The facilitators end it before its deadline, without an outcome. */
export const endSilence = (silence: SilenceProcedure, now: IsoTime): Result<SilenceProcedure, Problem> =>
  isRunning(silence, now) ? ok({ ...silence, outcome: 'ended', decidedAt: now }) : over(silence);

export interface WantedObjection {
  readonly places: readonly Pick<ObjectedPlace, 'paragraph' | 'chapeau'>[];
  readonly reason: string;
  readonly proposal: ProposalId | null;
}

export interface ObjectionFacts {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly silence: SilenceProcedure;
  readonly holder: Holder;
  readonly paragraphs: readonly LabelledParagraph[];
  /** Whether the proposal that is named is one of this document that the objector may see. */
  readonly knowsProposal: boolean;
  /** `by.at` is the server's clock: it decides what was in time. */
  readonly by: Signature;
}

/** Objects to silence (rules V62–V64). */
export function objectToSilence(
  { places, reason, proposal }: WantedObjection,
  { id, documentId, silence, holder, paragraphs, knowsProposal, by }: ObjectionFacts,
): Result<SilenceObjection, Problem> {
  if (!isRunning(silence, by.at)) return over(silence);
  if (places.length === 0) return wrong('places', 'names the paragraphs that are objected to');
  if (reason.trim() === '') return wrong('reason', 'must not be empty');
  if (proposal !== null && !knowsProposal) return wrong('proposal', 'is no proposal of this document');
  const named = new Map<string, ObjectedPlace>();
  for (const [k, { paragraph, chapeau }] of places.entries()) {
    const at = paragraphs.findIndex((one) => one.id === paragraph);
    const found = paragraphs[at];
    if (found === undefined)
      return wrong(`places.${k}.paragraph`, `${paragraph} is no paragraph of this version`);
    if (chapeau && !opensPart(found, paragraphs[at + 1]))
      return wrong(
        `places.${k}.chapeau`,
        'is said of words that open a part: a heading, or a paragraph with items',
      );
    named.set(`${paragraph} ${chapeau}`, { paragraph, label: found.label, chapeau });
  }
  const row = { id, documentId, silence: silence.id, holder, places: [...named.values()], reason, proposal };
  return ok({ ...row, withdrawnAt: null, by });
}

/** Whether these words open a part: a title, a heading, or a paragraph with items below it. */
export const opensPart = (paragraph: LabelledParagraph, next: LabelledParagraph | undefined): boolean =>
  paragraph.kind === 'heading' ||
  paragraph.kind === 'title' ||
  (next?.kind === 'item' && (paragraph.kind !== 'item' || next.level > paragraph.level));

/** Takes an objection back, by whoever speaks for its holder, before the deadline. */
export function withdrawObjection(
  objection: SilenceObjection,
  silence: SilenceProcedure,
  acts: boolean,
  now: IsoTime,
): Result<SilenceObjection, Problem> {
  if (!acts) return fail(problem('not-permitted', 'only whoever speaks for the objector may do so'));
  if (objection.withdrawnAt !== null)
    return fail(problem('withdrawn', `this was withdrawn at ${objection.withdrawnAt}`));
  return isRunning(silence, now) ? ok({ ...objection, withdrawnAt: now }) : over(silence);
}
