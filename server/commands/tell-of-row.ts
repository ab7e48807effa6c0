import type { RegisterEntry } from '../../shared/model/register.ts';
import type { Loaded } from './perform.ts';
import type { KnownRows } from './surroundings.ts';
import type { TellingAct } from './tell.ts';
import { tellOfEntry } from './tell-of-entry.ts';

/** The act that `perform` carries out, as telling needs it. */
export const ofAct = ({ rows, document, participant, now, told }: Loaded): TellingAct => ({
  rows,
  documentId: document.id,
  actor: participant.id,
  now,
  told,
});

/** Tells of a revision of a row of the register. */
export const tellOfRow = (
  loaded: Loaded,
  after: RegisterEntry,
  before: RegisterEntry | null,
  known?: KnownRows,
): Promise<void> => tellOfEntry(ofAct(loaded), loaded.document, after, before, known);
