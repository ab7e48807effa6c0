import { afterWindow } from '../../shared/domain/phase.ts';
import { afterSilence } from '../../shared/domain/phase-procedures.ts';
import { registerSubject } from '../../shared/domain/register.ts';
import { duePast } from '../../shared/domain/silence-outcome.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import type { TellingAct } from './tell.ts';
import { tellOfEntry } from './tell-of-entry.ts';

/**
 * Records what became of a silence whose deadline has passed (rule V122), in the transaction that moves the document
 * on. The outcome follows from the rows and the deadline alone, however late it is recorded.
 */
export async function settleSilence(
  act: TellingAct,
  document: OutcomeDocument,
  record: (act: Act, subject: string, row: unknown) => Promise<unknown>,
): Promise<{ readonly after: OutcomeDocument; readonly head: number | null }> {
  const { rows, now } = act;
  const procedures = await rows.register.ofNoun(document.id, 'silence');
  const objections = (await rows.register.ofNoun(document.id, 'objection')).map(({ row }) => row);
  let after = afterWindow(document);
  let head: number | null = null;
  for (const row of duePast(
    procedures.map((entry) => entry.row),
    objections,
    now,
  )) {
    const before = procedures.find(({ id }) => id === row.id) ?? null;
    const entry = await rows.register.append(document.id, 'silence', row.id, row, now);
    await record('silence.settle', registerSubject(entry), entry);
    const settled = entry as unknown as RegisterEntry;
    await tellOfEntry(act, document, settled, before as unknown as RegisterEntry | null);
    after = afterSilence(document, row);
    head = entry.seq;
  }
  return { after, head };
}
