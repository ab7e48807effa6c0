import { readFileSync } from 'node:fs';
import type { Archive, Counted, Withholding } from '../../shared/model/archive.ts';
import { type KeptArchiveHead, verifyArchive } from '../audit/verify-archive.ts';

/** Why rows are not there, in words. */
const WORDS: Readonly<Record<Withholding, string>> = {
  private: 'of one delegation alone',
  'working-text': 'on a working text that this reader may not see',
  'names-withheld': 'without the names of rows that this reader may not see',
};

/** What no archive can prove by itself. */
const LIMITS = [
  'An archive alone cannot prove that nobody wrote rows and chain anew together: keep a head elsewhere and give it with --head.',
  'It cannot prove that what it withholds is what it says, nor whom it was made for and when.',
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Checks an archive and prints what was found. Answers the exit code. */
export function verifyArchiveFile(file: string, heads: readonly KeptArchiveHead[]): number {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}\n`);
    return 2;
  }
  const report = verifyArchive(bytes, heads);
  if (report === null) {
    process.stderr.write(`${file} is no archive of a document: it is JSON without archive and seal\n`);
    return 2;
  }
  for (const { row, problem } of report.findings) say(`${row} ${problem}`);
  if (report.findings.length > 0 || report.archive === null) return 1;
  sayWhatHolds(report.archive, report.fileHash);
  return 0;
}

function sayWhatHolds(archive: Archive, fileHash: string): void {
  const { audit, document, madeAt, participants, register, shownInPart, versions, withheld } = archive;
  const checked = register.entries.length - shownInPart.rows.length;
  say(
    `archive of document ${document.id} “${document.title}”, made ${madeAt}; SHA-256 of the file ${fileHash}`,
  );
  say(
    `holds: ${audit.entries.length} audit entries, ${versions.length} versions, ${participants.length} participants, ${checked} revisions of the register`,
  );
  for (const line of told('shown in part and checked by the digest of the archive alone', shownInPart))
    say(line);
  for (const line of told('withheld', withheld)) say(line);
  const typed = audit.entries.at(-1)?.textSeq ?? 0;
  if (typed > 0)
    say(`not in it: ${typed} updates of the working text, of which the audit log keeps the digest`);
  for (const line of LIMITS) say(line);
  say(`head ${document.id}:${audit.head.seq}:${audit.head.hash}`);
}

const told = (what: string, { counts }: Counted<unknown>): string[] =>
  Object.entries(counts).map(([reason, count]) => `${what}: ${count} ${WORDS[reason as Withholding]}`);
