import type { OutcomeDocument, Phase } from '../model/document.ts';
import type { IsoTime, VersionId } from '../model/ids.ts';
import type { SilenceProcedure } from '../model/silence.ts';

/** Where a document stands after a silence: a kept one leads to adoption, else there is more to talk about. */
export const PHASE_AFTER_SILENCE = {
  kept: 'adoption',
  broken: 'negotiation',
  ended: 'negotiation',
} as const satisfies Record<Exclude<SilenceProcedure['outcome'], 'running'>, Phase>;

/** A document whose silence procedure is running: its phase ends at a deadline, as no other way into it does. */
export const isUnderSilence = ({ phase, closesAt }: Pick<OutcomeDocument, 'phase' | 'closesAt'>): boolean =>
  phase === 'silence' && closesAt !== null;

const inPhase = (
  document: OutcomeDocument,
  phase: Phase,
  since: IsoTime,
  closesAt: IsoTime | null,
): OutcomeDocument => ({
  ...document,
  phase,
  phaseSince: document.phase === phase ? document.phaseSince : since,
  closesAt,
});

/** The document while a version is under silence: frozen until the deadline, which closes the phase (rule V120). */
export const underSilence = (document: OutcomeDocument, { opensAt, deadline }: SilenceProcedure) =>
  inPhase(document, 'silence', opensAt, deadline);

/** The document once a silence has an outcome, or was ended: since the time of that, not since somebody noticed. */
export function afterSilence(
  document: OutcomeDocument,
  { outcome, decidedAt }: SilenceProcedure,
): OutcomeDocument {
  if (outcome === 'running' || decidedAt === null) throw new Error('this silence is running still');
  return inPhase(document, PHASE_AFTER_SILENCE[outcome], decidedAt, null);
}

/** The document with its final text. */
export const adopted = (document: OutcomeDocument, version: VersionId, at: IsoTime): OutcomeDocument => ({
  ...inPhase(document, 'adoption', at, null),
  adoption: { version, at, recordClosedAt: null },
});

/** The document whose record is closed. */
export function withClosedRecord(document: OutcomeDocument, at: IsoTime): OutcomeDocument {
  if (document.adoption === undefined) throw new Error('nothing was adopted');
  return { ...inPhase(document, 'closed', at, null), adoption: { ...document.adoption, recordClosedAt: at } };
}
