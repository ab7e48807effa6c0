import { registerSubject } from '../../shared/domain/register.ts';
import type { Archive, Counted, WithheldRow } from '../../shared/model/archive.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import type { Finding } from './finding.ts';
import { NOTHING_BEFORE, recordHash } from './hash.ts';
import { nameOf, verifyRecorded } from './verify-recorded.ts';
import { verifyReferences } from './verify-references.ts';
import { participantHash } from './verify-rows.ts';
import { verifyVersion } from './verify-version.ts';

/** The rows of an archive against its audit log, against each other, and against what it says of itself. */
export function verifyArchiveRows(archive: Archive): Finding[] {
  const { audit, document, register, shownInPart, versions, withheld } = archive;
  const { id } = document;
  const hashes = new Map<string, string>();
  const findings: Finding[] = [...verifyHead(archive), ...verifyOneDocument(archive)];
  const twice = (subject: string, hash: string): void => {
    if (hashes.has(subject))
      findings.push({ row: nameOf(subject, id), problem: 'stands in the archive twice' });
    hashes.set(subject, hash);
  };
  twice(`document:${id}`, recordHash(document));
  const delegations = new Map(archive.delegations.map((delegation) => [delegation.id as string, delegation]));
  const spoken = new Set<string>();
  for (const participant of archive.participants) {
    spoken.add(participant.delegationId);
    twice(`participant:${participant.id}`, participantHash(participant, delegations));
  }
  for (const delegation of archive.delegations)
    if (!spoken.has(delegation.id) || delegations.get(delegation.id) !== delegation)
      findings.push({
        row: `delegation ${delegation.id} of document ${id}`,
        problem: 'is nobody’s or stands in the archive twice: no audit entry records it',
      });
  for (const version of versions) twice(`version:${version.id}`, recordHash(version));
  const inPart = new Map(shownInPart.rows.map((row) => [row.subject, row]));
  let before = 0;
  for (const entry of register.entries) {
    const subject = registerSubject(entry);
    const row = nameOf(subject, id);
    const hash = recordHash(entry);
    const part = inPart.get(subject);
    if (entry.seq <= before)
      findings.push({ row, problem: `stands out of order: its number is ${entry.seq}` });
    before = entry.seq;
    if (part === undefined) twice(subject, hash);
    else if (part.hash !== hash)
      findings.push({ row, problem: 'was altered: it is not what the archive says is shown of it' });
  }
  const kept = new Set([...withheld.rows, ...shownInPart.rows].map(({ subject }) => subject));
  findings.push(
    ...verifyRecorded(id, audit.entries, hashes, kept),
    ...versions.flatMap((version, k) => verifyVersion(version, k + 1)),
    ...verifyReferences(document, new Set(versions.map((version) => version.id)), newestOf(register.entries)),
    ...verifyCounts(archive),
  );
  return findings;
}

/** The head that the archive names is that of its last entry: entries cut off at the end are missed. */
function verifyHead({ audit: { entries, head }, document }: Archive): Finding[] {
  const last = entries.at(-1) ?? { seq: 0, hash: NOTHING_BEFORE };
  if (last.seq === head.seq && last.hash === head.hash) return [];
  return [
    last.seq < head.seq
      ? {
          row: `audit entry ${head.seq} of document ${document.id}`,
          problem: `is missing: the entries end with ${last.seq}`,
        }
      : {
          row: `head of the audit log of document ${document.id}`,
          problem: `was altered: it is not that of entry ${last.seq}`,
        },
  ];
}

/** Nothing in an archive is of another document. */
function verifyOneDocument({
  audit,
  delegations,
  document,
  participants,
  register,
  versions,
}: Archive): Finding[] {
  const alien = (row: string) => ({ row, problem: `is of another document than ${document.id}` });
  const isAlien = ({ documentId }: { readonly documentId: string }): boolean => documentId !== document.id;
  return [
    ...audit.entries.filter(isAlien).map(({ seq }) => alien(`audit entry ${seq}`)),
    ...delegations.filter(isAlien).map(({ id }) => alien(`delegation ${id}`)),
    ...participants.filter(isAlien).map(({ id }) => alien(`participant ${id}`)),
    ...versions.filter(isAlien).map(({ id }) => alien(`version ${id}`)),
    ...register.entries.filter(isAlien).map((entry) => alien(`row ${registerSubject(entry)}`)),
  ];
}

/** Newest revisions, in the order of the rows. */
const newestOf = (entries: readonly RegisterEntry[]): Iterable<RegisterEntry> =>
  new Map(entries.map((entry) => [`${entry.noun}:${entry.id}`, entry])).values();

/** No revision is left out unsaid: what is there and what is withheld are as many as the register has. */
function verifyCounts({ document, register, shownInPart, withheld }: Archive): Finding[] {
  const findings: Finding[] = [];
  const there = new Set(register.entries.map(registerSubject));
  for (const { subject } of shownInPart.rows)
    if (!there.has(subject))
      findings.push({
        row: nameOf(subject, document.id),
        problem: 'is missing: the archive says that it is shown in part',
      });
  for (const { subject } of withheld.rows)
    if (there.has(subject))
      findings.push({ row: nameOf(subject, document.id), problem: 'is there, and is said to be withheld' });
  const said = register.entries.length + withheld.rows.length;
  if (said !== register.head)
    findings.push({
      row: `register of document ${document.id}`,
      problem: `has ${register.head} revisions; ${register.entries.length} are there and ${withheld.rows.length} withheld`,
    });
  for (const [part, { counts, rows }] of Object.entries({ shownInPart, withheld }))
    if (!addsUp(counts, rows))
      findings.push({ row: `part ${part} of the archive`, problem: 'counts other rows than it lists' });
  return findings;
}

function addsUp(counts: Counted<WithheldRow>['counts'], rows: readonly WithheldRow[]): boolean {
  const left = new Map(Object.entries(counts));
  for (const { reason } of rows) left.set(reason, (left.get(reason) ?? 0) - 1);
  return [...left.values()].every((count) => count === 0);
}
