import { registerSubject } from '../../shared/domain/register.ts';
import { versionContent } from '../../shared/domain/version.ts';
import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Rows } from '../ports/rows.ts';
import type { Finding } from './finding.ts';
import { recordHash, sha256 } from './hash.ts';

/** Every row that the audit log records, by subject, as it stands now. */
async function recordedRows(rows: Rows, id: DocumentId): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const document = await rows.documents.find(id);
  if (document !== null) found.set(`document:${id}`, document);
  const delegations = new Map((await rows.delegations.ofDocument(id)).map((d) => [d.id, d]));
  for (const participant of await rows.participants.ofDocument(id)) {
    const delegation = delegations.get(participant.delegationId) ?? null;
    found.set(`participant:${participant.id}`, { participant, delegation });
  }
  for (const { id: version } of await rows.versions.ofDocument(id))
    found.set(`version:${version}`, await rows.versions.find(id, version));
  for (const entry of await rows.register.all(id)) found.set(registerSubject(entry), entry);
  return found;
}

/** Compares rows with what the newest entry about each recorded, and versions with their own hashes. */
export async function verifyRows(
  rows: Rows,
  id: DocumentId,
  entries: readonly AuditEntry[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const current = await recordedRows(rows, id);
  const newest = new Map(
    entries.filter(({ subject }) => !subject.startsWith('update:')).map((entry) => [entry.subject, entry]),
  );
  for (const [subject, entry] of newest) {
    const row = current.get(subject);
    if (row === undefined)
      findings.push({ row: named(subject, id), problem: `is missing; audit entry ${entry.seq} records it` });
    else if (recordHash(row) !== entry.recordHash)
      findings.push({
        row: named(subject, id),
        problem: `was altered: it is not what audit entry ${entry.seq} recorded`,
      });
  }
  for (const subject of current.keys())
    if (!newest.has(subject))
      findings.push({ row: named(subject, id), problem: 'is not recorded in the audit log' });
  return [...findings, ...(await verifyVersions(rows, id))];
}

const named = (subject: string, id: DocumentId): string => {
  const [noun, key] = subject.split(':');
  return noun === 'document' ? `document ${id}` : `${noun} ${key} of document ${id}`;
};

async function verifyVersions(rows: Rows, id: DocumentId): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, summary] of (await rows.versions.ofDocument(id)).entries()) {
    const version = await rows.versions.find(id, summary.id);
    const row = `version ${summary.id} of document ${id}`;
    if (version !== null && sha256(versionContent(version)) !== version.hash)
      findings.push({ row, problem: 'was altered: its hash does not fit its text' });
    if (summary.ordinal !== index + 1)
      findings.push({ row, problem: `has number ${summary.ordinal} where ${index + 1} was expected` });
  }
  return findings;
}
