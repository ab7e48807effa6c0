import type { DocumentId } from '../../shared/model/ids.ts';
import type { VerifiableStore } from '../ports/store.ts';
import type { Finding } from './finding.ts';

/**
 * Every acceptance that says it was carried out has its edit in the update log: one that claimed the acceptance's
 * clientID, by who accepted. So nobody is said to have taken up what they did not.
 */
export async function verifyAcceptances(
  { rows, updates }: VerifiableStore,
  documentId: DocumentId,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { row } of await rows.register.ofNoun(documentId, 'acceptance')) {
    if (row.state !== 'applied') continue;
    const [edit] = row.textSeq === null ? [] : await updates.read(documentId, row.textSeq - 1, 1);
    if (
      edit?.seq !== row.textSeq ||
      edit?.participantId !== row.by.participantId ||
      !edit.claims.includes(row.client)
    )
      findings.push({
        row: `acceptance ${row.id} of document ${documentId}`,
        problem: `is not borne out by update ${row.textSeq}`,
      });
  }
  return findings;
}
