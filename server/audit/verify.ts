import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { VerifiableStore } from '../ports/store.ts';
import type { Finding } from './finding.ts';
import { NOTHING_BEFORE } from './hash.ts';
import { verifyAcceptances } from './verify-acceptances.ts';
import { verifyChain } from './verify-chain.ts';
import { type KeptHead, verifyKept } from './verify-kept.ts';
import { verifyRows } from './verify-rows.ts';
import { verifySnapshot } from './verify-snapshot.ts';
import { verifyUpdates } from './verify-updates.ts';

/** Entries read at a time. */
const PAGE = 1_000;

/** What was looked at in one document, and what does not hold. */
export interface DocumentReport {
  readonly documentId: DocumentId;
  readonly findings: readonly Finding[];
  readonly entries: number;
  readonly versions: number;
  readonly updates: number;
  /** Keep it outside of the server: with it, even a log that was cut off at its end is found out. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** Checks everything of every document that any table names. */
export async function verify(
  store: VerifiableStore,
  kept: readonly KeptHead[] = [],
): Promise<DocumentReport[]> {
  const { rows, updates } = store;
  const ids = new Set<DocumentId>([
    ...(await rows.documents.list()).map(({ id }) => id),
    ...(await rows.audit.documents()),
    ...(await updates.documents()),
    ...kept.map(({ documentId }) => documentId as DocumentId),
  ]);
  const reports: DocumentReport[] = [];
  for (const documentId of ids) {
    const entries = await allEntries(store, documentId);
    const text = await verifyUpdates(store, documentId, entries);
    const { seq, hash } = entries.at(-1) ?? { seq: 0, hash: NOTHING_BEFORE };
    reports.push({
      documentId,
      findings: [
        ...verifyChain(entries),
        ...verifyKept(kept, documentId, entries),
        ...(await verifyRows(rows, documentId, entries)),
        ...text.findings,
        ...(await verifyAcceptances(store, documentId)),
        ...(await verifySnapshot(store, documentId)),
      ],
      entries: entries.length,
      versions: (await rows.versions.ofDocument(documentId)).length,
      updates: text.rows,
      head: { seq, hash },
    });
  }
  return reports;
}

async function allEntries({ rows }: VerifiableStore, documentId: DocumentId): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (;;) {
    const page = await rows.audit.read(documentId, entries.at(-1)?.seq ?? 0, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}
