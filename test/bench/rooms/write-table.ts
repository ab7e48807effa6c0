import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../../docs/performance.md');

/** Replaces what stands between a scenario's marks in docs/performance.md; the marks are set by hand, once. */
export function writeTable(name: string, markdown: string): void {
  const [begin, end] = [`<!-- bench:rooms ${name} -->`, '<!-- end -->'];
  const text = readFileSync(FILE, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has no ${begin} … ${end}`);
  writeFileSync(FILE, `${text.slice(0, from + begin.length)}\n${markdown}\n${text.slice(to)}`);
}
