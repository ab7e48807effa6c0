import { versionContent } from '../../shared/domain/version.ts';
import type { Version } from '../../shared/model/version.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './hash.ts';

/** A version against its own hash and its place among the versions, from 1. */
export function verifyVersion(version: Version, place: number): Finding[] {
  const row = `version ${version.id} of document ${version.documentId}`;
  const findings: Finding[] = [];
  if (sha256(versionContent(version)) !== version.hash)
    findings.push({ row, problem: 'was altered: its hash does not fit its text' });
  if (version.ordinal !== place)
    findings.push({ row, problem: `has number ${version.ordinal} where ${place} was expected` });
  return findings;
}
