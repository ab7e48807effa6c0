import { registerSubject } from '../../shared/domain/register.ts';
import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import type { Rows } from '../ports/rows.ts';
import type { Finding } from './finding.ts';
import { recordHash } from './hash.ts';
import { verifyRecorded } from './verify-recorded.ts';
import { SPEAK_OF_VERSIONS, verifyReferences } from './verify-references.ts';
import { verifyVersion } from './verify-version.ts';

/** Rows of the register read at a time. */
const PAGE = 1_000;

/** What the audit log records of a participant: the row with the delegation as it stood. */
export const participantHash = (
  participant: Participant,
  delegations: ReadonlyMap<string, Delegation>,
): string => recordHash({ participant, delegation: delegations.get(participant.delegationId) ?? null });

/** The hash of every row that the audit log records, by subject, as it stands now. */
async function recordedRows(rows: Rows, id: DocumentId): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const document = await rows.documents.find(id);
  if (document !== null) found.set(`document:${id}`, recordHash(document));
  const delegations = new Map((await rows.delegations.ofDocument(id)).map((d) => [d.id as string, d]));
  for (const participant of await rows.participants.ofDocument(id))
    found.set(`participant:${participant.id}`, participantHash(participant, delegations));
  for (const { id: version } of await rows.versions.ofDocument(id))
    found.set(`version:${version}`, recordHash(await rows.versions.find(id, version)));
  for (let after = 0; ; ) {
    const page = await rows.register.page(id, after, PAGE);
    for (const entry of page) found.set(registerSubject(entry), recordHash(entry));
    after = page.at(-1)?.seq ?? after;
    if (page.length < PAGE) return found;
  }
}

/** Compares rows with what the audit log recorded, and versions with their own hashes. */
export async function verifyRows(
  rows: Rows,
  id: DocumentId,
  entries: readonly AuditEntry[],
): Promise<Finding[]> {
  const findings = verifyRecorded(id, entries, await recordedRows(rows, id));
  const versions = await rows.versions.ofDocument(id);
  for (const [index, summary] of versions.entries()) {
    const version = await rows.versions.find(id, summary.id);
    if (version !== null) findings.push(...verifyVersion(version, index + 1));
  }
  const document = await rows.documents.find(id);
  if (document === null) return findings;
  const speaking: RegisterEntry[] = [];
  for (const noun of SPEAK_OF_VERSIONS)
    speaking.push(...((await rows.register.ofNoun(id, noun)) as readonly RegisterEntry[]));
  return [
    ...findings,
    ...verifyReferences(document, new Set(versions.map((version) => version.id)), speaking),
  ];
}
