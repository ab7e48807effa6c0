import type { AuditEntry } from '../../shared/model/audit.ts';
import { entryHash } from './chain.ts';
import type { Finding } from './finding.ts';
import { NOTHING_BEFORE } from './hash.ts';

/**
 * Checks numbers, links and hashes of one document's entries. An altered entry is named once: the next one may
 * follow either what it says or what it should say.
 */
export function verifyChain(entries: readonly AuditEntry[]): Finding[] {
  const findings: Finding[] = [];
  let expectedSeq = 1;
  let before: readonly string[] = [NOTHING_BEFORE];
  for (const entry of entries) {
    const row = `audit entry ${entry.seq} of document ${entry.documentId}`;
    for (; expectedSeq < entry.seq; expectedSeq += 1)
      findings.push({
        row: `audit entry ${expectedSeq} of document ${entry.documentId}`,
        problem: 'is missing',
      });
    expectedSeq = entry.seq + 1;
    const hash = entryHash(entry.previous, entry);
    if (hash !== entry.hash)
      findings.push({ row, problem: 'was altered: its hash does not fit what it says' });
    else if (!before.includes(entry.previous))
      findings.push({ row, problem: 'does not follow the entry before it' });
    before = [hash, entry.hash];
  }
  return findings;
}
