import * as Y from 'yjs';
import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { UpdateRecord, VerifiableStore } from '../ports/store.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { Finding } from './finding.ts';
import { recordHash } from './hash.ts';
import { EMPTY_TEXT, textDigest } from './text-digest.ts';

/** Rows read at a time. */
const PAGE = 500;

/**
 * Walks one document's update log: rolling digests, the digests that audit entries pinned, and whether every new
 * character came from the participant who owns its clientID.
 */
export async function verifyUpdates(
  store: VerifiableStore,
  documentId: DocumentId,
  entries: readonly AuditEntry[],
): Promise<{ readonly findings: Finding[]; readonly rows: number }> {
  const findings: Finding[] = [];
  const pins = new Map<number, AuditEntry[]>();
  for (const entry of entries) pins.set(entry.textSeq, [...(pins.get(entry.textSeq) ?? []), entry]);
  const owners = await store.textLog.owners(documentId);
  const known = new Map<ClientId, number>();
  const participants = await store.rows.participants.ofDocument(documentId);
  const people = new Set<ParticipantId>(participants.map(({ id }) => id));
  let last: Pick<UpdateRecord, 'seq' | 'digest'> = { seq: 0, digest: EMPTY_TEXT };
  const checkPins = (): void => {
    for (const pin of pins.get(last.seq) ?? [])
      if (pin.textDigest !== last.digest || !recordsUpdate(pin, last.digest))
        findings.push({
          row: `update log up to ${last.seq} of document ${documentId}`,
          problem: `is not what audit entry ${pin.seq} recorded`,
        });
    pins.delete(last.seq);
  };
  checkPins();
  for (;;) {
    const page = await store.updates.read(documentId, last.seq, PAGE);
    for (const row of page) {
      findings.push(...verifyRow(row, last, people), ...verifyAuthor(row, owners, known));
      last = row;
      checkPins();
    }
    if (page.length < PAGE) break;
  }
  for (const [seq, [pin]] of pins)
    findings.push({
      row: `update ${seq} of document ${documentId}`,
      problem: `is missing; audit entry ${pin?.seq} records it`,
    });
  return { findings, rows: last.seq };
}

/** An entry about an update records its digest, plain or hashed as the row of an act. */
const recordsUpdate = ({ subject, textSeq, recordHash: recorded }: AuditEntry, digest: string): boolean =>
  subject !== `update:${textSeq}` || recorded === digest || recorded === recordHash(digest);

const named = (row: UpdateRecord): string => `update ${row.seq} of document ${row.documentId}`;

function verifyRow(
  row: UpdateRecord,
  last: Pick<UpdateRecord, 'seq' | 'digest'>,
  people: ReadonlySet<ParticipantId>,
): Finding[] {
  const findings: Finding[] = [];
  for (let seq = last.seq + 1; seq < row.seq; seq += 1)
    findings.push({ row: `update ${seq} of document ${row.documentId}`, problem: 'is missing' });
  if (row.seq === last.seq + 1 && textDigest(last.digest, row) !== row.digest)
    findings.push({ row: named(row), problem: 'was altered: its digest does not fit' });
  if (!people.has(row.participantId))
    findings.push({ row: named(row), problem: `names ${row.participantId}, who is no participant` });
  return findings;
}

/** New characters belong to the owner of their clientID; `known` is how far each clientID has been seen. */
function verifyAuthor(
  row: UpdateRecord,
  owners: ReadonlyMap<ClientId, ParticipantId>,
  known: Map<ClientId, number>,
): Finding[] {
  const findings: Finding[] = [];
  const wrong = new Set<ClientId>();
  for (const claim of row.claims) if (owners.get(claim) !== row.participantId) wrong.add(claim);
  for (const struct of decodeStructs(row.update)) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (struct instanceof Y.Skip || end <= (known.get(client) ?? 0)) continue;
    known.set(client, end);
    if (owners.get(client) !== row.participantId) wrong.add(client);
  }
  for (const client of wrong)
    findings.push({
      row: named(row),
      problem: `writes under clientID ${client} as ${row.participantId}, but it belongs to ${owners.get(client) ?? 'nobody'}`,
    });
  return findings;
}

function decodeStructs(update: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return []; // Unreadable bytes are named by their digest.
  }
}
