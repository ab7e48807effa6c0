import type { IsoTime } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import type { RecordSilence } from '../model/record.ts';
import type { SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import type { RecordNames } from './record-declarations.ts';
import { breaks, silenceAt } from './silence-outcome.ts';

/** Every silence in the order of its opening, with who objected to what. */
export const recordSilences = (
  silences: readonly SilenceProcedure[],
  objections: readonly SilenceObjection[],
  names: RecordNames & { readonly delegations: ReadonlyMap<string, Pick<Delegation, 'name'>> },
  now: IsoTime,
): RecordSilence[] =>
  silences
    .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : a.opensAt > b.opensAt ? 1 : 0))
    .map((row) => {
      const {
        version,
        opensAt,
        deadline,
        extensions = [],
        letter,
        outcome,
      } = silenceAt(row, objections, now);
      return {
        version: names.version(version),
        opensAt,
        deadline,
        extensions: extensions.map(({ by, ...extension }) => ({ ...extension, at: by.at })),
        letter,
        outcome,
        objections: objections
          .filter(({ silence }) => silence === row.id)
          .map((objection) => ({
            holder:
              objection.holder.noun === 'group'
                ? names.group(objection.holder.id)
                : (names.delegations.get(objection.holder.id)?.name ?? ''),
            places: objection.places.map(({ label, chapeau }) => ({ label, chapeau })),
            reason: objection.reason,
            withAmendment: objection.proposal !== null,
            at: objection.by.at,
            withdrawnAt: objection.withdrawnAt,
            breaks: breaks(objection, row),
          })),
      };
    });
