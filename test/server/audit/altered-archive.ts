import { recordHash } from '../../../server/audit/hash.ts';
import { sealOf } from '../../../server/audit/seal-archive.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { ARCHIVE_PARTS, type ArchivePart, type SealedArchive } from '../../../shared/model/archive.ts';
import { LONG } from '../../seeded.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The file of an archive whose maker sealed it again after altering it. */
export function resealed({ archive }: SealedArchive): Buffer {
  const parts = Object.fromEntries(ARCHIVE_PARTS.map((part) => [part, recordHash(archive[part])]));
  const seal = sealOf(parts as Record<ArchivePart, string>);
  return Buffer.from(canonicalJson({ archive, seal }));
}

/** Every path to a value that holds no other. */
function* leaves(
  value: Json,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) return yield path;
  for (const [key, inner] of Object.entries(value))
    yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Another value of the same kind. */
const other = (value: Json): Json =>
  typeof value === 'string'
    ? /^[0-9a-f]{64}$/.test(value)
      ? value.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
      : /^\d{4}-\d\d-\d\dT/.test(value)
        ? value.replace(/^..../, '1999')
        : `${value}x`
    : typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : 'x';

export function altered(file: SealedArchive, path: readonly (string | number)[]): SealedArchive {
  const copy = structuredClone(file) as unknown as Json;
  let holder = copy as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, Json>;
  const last = path.at(-1) as string | number;
  holder[last] = other(holder[last] as Json);
  return copy as unknown as SealedArchive;
}

/** What a finding must say to name what stands at a path: one of these. */
export function namesAt(file: SealedArchive, path: readonly (string | number)[]): string[] {
  const [, part, second, third] = path;
  if (part === 'shownInPart' || part === 'withheld') {
    const subject = file.archive[part].rows[Number(third)]?.subject ?? part;
    return [part, subject.replace(':', ' ')];
  }
  const delegation = part === 'delegations' ? file.archive.delegations[Number(second)] : undefined;
  return delegation === undefined
    ? [nameAt(file, path)]
    : [
        `delegation ${delegation.id}`,
        ...file.archive.participants
          .filter(({ delegationId }) => delegationId === delegation.id)
          .map(({ id: participant }) => `participant ${participant}`),
      ];
}

/** Every kind of field once and something of every row; all of it where there is time. */
export function chosen(file: SealedArchive): (readonly (string | number)[])[] {
  const seen = new Set<string>();
  return [...leaves(file as unknown as Json)].filter((path) => {
    const last = path.findLastIndex((key) => typeof key === 'number');
    const row = path.slice(0, last + 1).join('.');
    const field = path.join('.').replace(/\d+/g, 'n');
    const wanted = LONG || !seen.has(row) || !seen.has(field);
    seen.add(row).add(field);
    return wanted;
  });
}

function nameAt({ archive }: SealedArchive, path: readonly (string | number)[]): string {
  const [, part, second, third] = path;
  switch (part) {
    case 'audit':
      return second === 'head' ? 'audit' : `audit entry ${archive.audit.entries[Number(third)]?.seq}`;
    case 'register': {
      const entry = archive.register.entries[Number(third)];
      return entry === undefined ? 'register' : `${entry.noun} ${entry.id}@${entry.revision}`;
    }
    case 'versions':
      return `version ${archive.versions[Number(second)]?.id}`;
    case 'participants':
      return `participant ${archive.participants[Number(second)]?.id}`;
    default:
      return String(part);
  }
}
