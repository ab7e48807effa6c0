import { sealedArchive } from '../../shared/api/archive.ts';
import { canonicalFault } from '../../shared/domain/canonical-fault.ts';
import type { Archive, SealedArchive } from '../../shared/model/archive.ts';
import { archiveRow } from './archive-row.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './hash.ts';
import { verifyArchiveRows } from './verify-archive-rows.ts';
import { verifyChain } from './verify-chain.ts';
import { type KeptHead, verifyKept } from './verify-kept.ts';
import { isSealed, verifySeal } from './verify-seal.ts';

/** What was found in an archive. `archive` is there when its shape could be read, whatever was found. */
export interface ArchiveReport {
  readonly findings: readonly Finding[];
  readonly archive: Archive | null;
  /** SHA-256 of the file. */
  readonly fileHash: string;
}

/** A head that somebody kept. Without its document it is of the one that the archive is of. */
export type KeptArchiveHead = Omit<KeptHead, 'documentId'> & { readonly documentId: string | null };

/** Shape errors that are told; the rest of a file that is wrong throughout would say nothing new. */
const MOST_SHAPE_FINDINGS = 20;

/**
 * Checks a file that says it is an archive: bytes, seal, shape, chain, rows, versions and what refers to what. Null:
 * it is no archive at all.
 */
export function verifyArchive(
  bytes: Uint8Array,
  kept: readonly KeptArchiveHead[] = [],
): ArchiveReport | null {
  const report = (findings: readonly Finding[], archive: Archive | null): ArchiveReport => ({
    findings,
    archive,
    fileHash: sha256(bytes),
  });
  const read = readCanonical(bytes);
  if ('finding' in read) return report([read.finding], null);
  if (!isSealed(read.value)) return null;
  const seal = verifySeal(read.value);
  const shape = sealedArchive.safeParse(read.value);
  if (!shape.success) {
    const wrong = shape.error.issues.slice(0, MOST_SHAPE_FINDINGS).map(({ path, message }) => ({
      row: archiveRow(read.value, path),
      problem: `is not as it should be (${path.map(String).join('.')}: ${message})`,
    }));
    return report([...seal, ...wrong], null);
  }
  // Not what the schema made of it: hashes are taken over what stands in the file.
  const { archive } = read.value as SealedArchive;
  const { entries } = archive.audit;
  return report(
    [...verifyChain(entries), ...verifyHeads(kept, archive), ...verifyArchiveRows(archive), ...seal],
    archive,
  );
}

function verifyHeads(kept: readonly KeptArchiveHead[], { audit, document }: Archive): Finding[] {
  const named = kept.map((head) => ({ ...head, documentId: head.documentId ?? document.id }));
  return [
    ...named
      .filter(({ documentId }) => documentId !== document.id)
      .map(({ documentId }) => ({
        row: `document ${documentId}`,
        problem: `is not the one this archive is of, which is ${document.id}`,
      })),
    ...verifyKept(named, document.id, audit.entries),
  ];
}

/** Bytes → value, or the first byte at which they are not canonical JSON in UTF-8. */
function readCanonical(bytes: Uint8Array): { readonly value: unknown } | { readonly finding: Finding } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  const wrong = firstDifference(bytes, again);
  if (wrong !== null) return { finding: { row: `byte ${wrong}`, problem: 'was altered: it is not UTF-8' } };
  const fault = canonicalFault(text);
  if (fault === null) return { value: JSON.parse(text) as unknown };
  const at = Buffer.byteLength(text.slice(0, fault.at));
  return {
    finding: { row: `byte ${at}`, problem: `was altered, or one shortly before it: ${fault.problem}` },
  };
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
  if (Buffer.compare(a, b) === 0) return null;
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k += 1) if (a[k] !== b[k]) return k;
  return length;
}
