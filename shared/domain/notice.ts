import type { Alignment } from '../model/alignment.ts';
import type { Comment } from '../model/comment.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Disposition } from '../model/disposition.ts';
import type { Phase } from '../model/document.ts';
import type { DelegationId, VersionId } from '../model/ids.ts';
import type { Acceptance, Proposal } from '../model/proposal.ts';
import type { RegisterEntry, RegisterNoun } from '../model/register.ts';
import type { Adoption, SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import { answerTells, commentTells } from './comment-tells.ts';
import { dispositionTells } from './disposition-tells.ts';
import { acceptanceTells, carriageTells, proposalTells } from './proposal-tells.ts';
import {
  adoptionTells,
  alignmentTells,
  declarationTells,
  objectionTells,
  silenceTells,
} from './record-tells.ts';
import { EVERYBODY, ofDelegation, type Surroundings, type Telling } from './telling.ts';

export const versionPublished = (id: VersionId): Telling => ({
  reason: 'version-published',
  noun: 'version',
  subject: id,
  to: EVERYBODY,
});

export const phaseChanged = (phase: Phase): Telling => ({
  reason: 'phase-changed',
  noun: 'document',
  subject: phase,
  to: EVERYBODY,
});

/** A version changed words on which these hold positions: they hold on only once they are confirmed. */
export const positionsUpset = (id: VersionId, holders: readonly DelegationId[]): Telling => ({
  reason: 'positions-to-reconfirm',
  noun: 'position',
  subject: id,
  to: holders.map(ofDelegation),
});

/** Nouns of the register whose revisions tell somebody something. */
export const TELLING_NOUNS: ReadonlySet<RegisterNoun> = new Set([
  'comment',
  'answer',
  'proposal',
  'disposition',
  'acceptance',
  'carriage',
  'alignment',
  'declaration',
  'silence',
  'objection',
  'adoption',
]);

/**
 * What a revision of a row tells (`before`: the revision it replaces). Who did it is told nothing: `recipients`
 * leaves them out, and whoever may not see the row.
 */
export function tellingsOf(
  after: RegisterEntry,
  before: RegisterEntry | null,
  around: Surroundings,
): readonly Telling[] {
  switch (after.noun) {
    case 'comment':
      return commentTells(after.row, (before?.row as Comment | undefined) ?? null, around);
    case 'answer':
      return before === null ? answerTells(after.row, around) : [];
    case 'proposal':
      return proposalTells(after.row, (before?.row as Proposal | undefined) ?? null, around);
    case 'disposition':
      return dispositionTells(after.row, (before?.row as Disposition | undefined) ?? null, around);
    case 'acceptance':
      return acceptanceTells(after.row, (before?.row as Acceptance | undefined) ?? null, around);
    case 'carriage':
      return carriageTells(after.row, around);
    case 'alignment':
      return alignmentTells(after.row, (before?.row as Alignment | undefined) ?? null, around);
    case 'declaration':
      return declarationTells(after.row, (before?.row as Declaration | undefined) ?? null);
    case 'silence':
      return silenceTells(after.row, (before?.row as SilenceProcedure | undefined) ?? null);
    case 'objection':
      return objectionTells(after.row, (before?.row as SilenceObjection | undefined) ?? null);
    case 'adoption':
      return adoptionTells(after.row, (before?.row as Adoption | undefined) ?? null);
    default:
      return [];
  }
}
