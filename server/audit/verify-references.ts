import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import type { Finding } from './finding.ts';

/** Nouns whose rows speak of a version that must be there. */
export const SPEAK_OF_VERSIONS = ['adoption', 'silence', 'declaration'] as const;

/** What adoption, silences and declarations speak of is there, and the document says the same of its adoption. */
export function verifyReferences(
  document: Pick<OutcomeDocument, 'id' | 'adoption'>,
  versions: ReadonlySet<string>,
  newest: Iterable<RegisterEntry>,
): Finding[] {
  const findings: Finding[] = [];
  let adopted: string | null = null;
  for (const { noun, id, row } of newest) {
    if (noun !== 'adoption' && noun !== 'silence' && noun !== 'declaration') continue;
    const version = String(row.version);
    if (noun === 'adoption') adopted = version;
    if (!versions.has(version))
      findings.push({
        row: `${noun} ${id} of document ${document.id}`,
        problem: `speaks of version ${version}, which is not there`,
      });
  }
  const said = document.adoption?.version ?? null;
  if (said !== adopted)
    findings.push({
      row: `document ${document.id}`,
      problem:
        adopted === null
          ? `says that version ${said} was adopted, but the register does not`
          : `says ${said === null ? 'nothing of an adoption' : `that version ${said} was adopted`}, but the register says version ${adopted}`,
    });
  return findings;
}
