import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Finding } from './finding.ts';

/** How findings name a row: `version Zx… of document aB…`. */
export function nameOf(subject: string, id: DocumentId): string {
  const [noun, key] = subject.split(':');
  return noun === 'document' ? `document ${id}` : `${noun} ${key} of document ${id}`;
}

/**
 * Compares rows with what the newest entry about each recorded. `hashes` are those of the rows as they stand, by
 * subject; `kept` are rows that are not there for a reason that is told.
 */
export function verifyRecorded(
  id: DocumentId,
  entries: readonly AuditEntry[],
  hashes: ReadonlyMap<string, string>,
  kept: ReadonlySet<string> = new Set(),
): Finding[] {
  const findings: Finding[] = [];
  const newest = new Map(
    entries.filter(({ subject }) => !subject.startsWith('update:')).map((entry) => [entry.subject, entry]),
  );
  for (const [subject, entry] of newest) {
    if (kept.has(subject)) continue;
    const hash = hashes.get(subject);
    if (hash === undefined)
      findings.push({ row: nameOf(subject, id), problem: `is missing; audit entry ${entry.seq} records it` });
    else if (hash !== entry.recordHash)
      findings.push({
        row: nameOf(subject, id),
        problem: `was altered: it is not what audit entry ${entry.seq} recorded`,
      });
  }
  for (const subject of [...hashes.keys(), ...kept])
    if (!newest.has(subject))
      findings.push({ row: nameOf(subject, id), problem: 'is not recorded in the audit log' });
  return findings;
}
