import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { ARCHIVE_PARTS, type ArchivePart } from '../../shared/model/archive.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './hash.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members of an object, whatever stands there. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/** Whether a value looks like an archive at all. */
export const isSealed = (value: unknown): boolean =>
  'archive' in fieldsOf(value) || 'seal' in fieldsOf(value);

/** Each part against its digest, and the list of digests against its own. Nothing is taken on trust. */
export function verifySeal(value: unknown): Finding[] {
  const archive = fieldsOf(fieldsOf(value).archive);
  const seal = fieldsOf(fieldsOf(value).seal);
  const kept = fieldsOf(seal.parts);
  const findings: Finding[] = [];
  const made: Partial<Record<ArchivePart, string>> = {};
  for (const part of ARCHIVE_PARTS)
    if (part in archive) made[part] = sha256(canonicalJson(archive[part]));
    else findings.push({ row: `part ${part} of the archive`, problem: 'is missing' });
  const fits = sha256(canonicalJson(made)) === seal.digest;
  for (const [part, digest] of Object.entries(made)) {
    if (digest === kept[part]) continue;
    findings.push(
      fits
        ? { row: `digest of part ${part} in the seal`, problem: 'was altered: the part itself is whole' }
        : { row: `part ${part} of the archive`, problem: 'was altered: its digest does not fit' },
    );
  }
  if (!fits && findings.length === 0)
    findings.push({
      row: 'digest of the seal',
      problem: 'was altered: it does not fit the digests of the parts',
    });
  return findings;
}
