import type { ExportedText, ExportFormat } from '../../shared/model/file.ts';
import type { Report } from '../../shared/model/report.ts';

/** Characters of a file name before its extension: every file system takes as many. */
const NAME_LENGTH = 80;

/** Letters, digits and hyphens of title and version; the words of other scripts fall away. */
export function exportFileName(
  { title, versionName }: Pick<ExportedText, 'title' | 'versionName'>,
  format: ExportFormat | Report['format'],
): string {
  const plain = `${title} ${versionName ?? ''}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'text' : plain}.${format}`;
}
