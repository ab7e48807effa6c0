import type { Comparison, ComparisonRow, WordOperation } from '../compare/comparison.ts';
import {
  isQuiet,
  printKind,
  printLabels,
  printOrigin,
  printQuiet,
  printSummary,
} from './comparison-heading.ts';

/** How differences are set off. Marks stay with colour, so that nothing rests on colour alone. */
export interface TextStyle {
  readonly colour: boolean;
}

/** ANSI: bold, red struck through, green underlined, dim. */
const ESCAPES = { bold: '\u001b[1m', '-': '\u001b[31;9m', '+': '\u001b[32;4m', dim: '\u001b[2m' } as const;
const RESET = '\u001b[0m';
const MARKS: Record<WordOperation, readonly [string, string]> = {
  '=': ['', ''],
  '-': ['[-', '-]'],
  '+': ['{+', '+}'],
};

/** A comparison for terminals and mails: every change in place, unchanged paragraphs counted. */
export function printComparisonText(comparison: Comparison, style: TextStyle): string {
  const wrap = (look: keyof typeof ESCAPES, text: string): string =>
    style.colour ? `${ESCAPES[look]}${text}${RESET}` : text;
  const words = (row: ComparisonRow): string => {
    const silent = new Set(row.typography);
    return row.words
      .map(([operation, text], at) => {
        if (operation === '=' || (silent.has(at) && operation === '+')) return text;
        if (silent.has(at)) return '';
        const [open, close] = MARKS[operation];
        return wrap(operation, open + text + close);
      })
      .join('');
  };
  const out: string[] = [wrap('bold', printSummary(comparison))];
  for (const limit of comparison.limits) out.push(`Note: ${limit.detail} (${limit.count})`);
  let quiet = 0;
  const flush = (): void => {
    if (quiet > 0) out.push(wrap('dim', `… ${printQuiet(quiet)} …`));
    quiet = 0;
  };
  for (const row of comparison.rows) {
    if (isQuiet(row)) {
      quiet++;
      continue;
    }
    flush();
    const origin = printOrigin(row, comparison.rows);
    const heading = `${printLabels(row)} · ${printKind(row)}${origin === '' ? '' : ` (${origin})`}`;
    out.push(`${wrap('bold', heading)}\n${words(row)}`);
  }
  flush();
  return `${out.join('\n\n')}\n`;
}
