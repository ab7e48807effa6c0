import type { Comparison } from '../compare/comparison.ts';

/** The contract of docs/protocol.md, one row a line so that such files can be compared themselves. */
export function printComparisonJson(comparison: Comparison): string {
  const { rows, ...rest } = comparison;
  const head = JSON.stringify(rest).slice(0, -1);
  const body = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
  return `${head},"rows":[${rows.length === 0 ? '' : `\n${body}\n`}]}\n`;
}
