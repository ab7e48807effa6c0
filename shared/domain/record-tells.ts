import type { Alignment } from '../model/alignment.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Adoption, SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import { canonicalJson } from './canonical-json.ts';
import { EVERYBODY, FACILITATORS, ofDelegation, type Surroundings, type Telling } from './telling.ts';

/** Everybody of a silence that was opened, of more time that was given, and of what became of it. */
export function silenceTells(row: SilenceProcedure, before: SilenceProcedure | null): Telling[] {
  const about = { noun: 'silence', subject: row.id, to: EVERYBODY } as const;
  if (before === null) return [{ ...about, reason: 'silence-opened' }];
  if (row.outcome !== before.outcome) return [{ ...about, reason: 'silence-settled' }];
  return row.deadline === before.deadline ? [] : [{ ...about, reason: 'silence-extended' }];
}

/** Facilitators of an objection, and when it is taken back. */
export const objectionTells = (row: SilenceObjection, before: SilenceObjection | null): Telling[] =>
  before !== null && before.withdrawnAt === row.withdrawnAt
    ? []
    : [
        {
          reason: before === null ? 'objected' : 'objection-withdrawn',
          noun: 'objection',
          subject: row.id,
          to: FACILITATORS,
        },
      ];

/** Everybody of the adoption, and when the record is closed; nobody of a number that was mended. */
export function adoptionTells(row: Adoption, before: Adoption | null): Telling[] {
  const about = { noun: 'adoption', subject: row.id, to: EVERYBODY } as const;
  if (before === null) return [{ ...about, reason: 'adopted' }];
  return row.recordClosedAt === before.recordClosedAt ? [] : [{ ...about, reason: 'record-closed' }];
}

/** Facilitators of what is filed; whoever joined it, when it becomes another or is withdrawn. */
export function declarationTells(row: Declaration, before: Declaration | null): Telling[] {
  const about = { noun: 'declaration', subject: row.id } as const;
  if (before === null) return [{ ...about, reason: 'declaration-filed', to: FACILITATORS }];
  if (row.correctedAt === before.correctedAt && row.withdrawnAt === before.withdrawnAt) return [];
  const to = before.joined.map(({ delegationId }) => ofDelegation(delegationId));
  return to.length === 0 ? [] : [{ ...about, reason: 'declaration-changed', to }];
}

/** The spokesperson of a group, when somebody says otherwise how they stand to it. */
export function alignmentTells(row: Alignment, before: Alignment | null, around: Surroundings): Telling[] {
  const spokesperson = around.group(row.group)?.spokesperson ?? null;
  const said = ({ aligns, except }: Alignment): string => canonicalJson({ aligns, except });
  if (spokesperson === null || (before !== null && said(before) === said(row))) return [];
  return [
    { reason: 'alignment-changed', noun: 'alignment', subject: row.id, to: [ofDelegation(spokesperson)] },
  ];
}
