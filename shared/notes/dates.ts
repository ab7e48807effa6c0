import type { Span } from './span.ts';

const MONTHS = [
  'january|janvier|enero',
  'february|février|febrero',
  'march|mars|marzo',
  'april|avril|abril',
  'may|mai|mayo',
  'june|juin|junio',
  'july|juillet|julio',
  'august|août|agosto',
  'september|septembre|septiembre',
  'october|octobre|octubre',
  'november|novembre|noviembre',
  'december|décembre|diciembre',
];
const NAMES = MONTHS.flatMap((names) => names.split('|'));
const MONTH = `(${[...NAMES, ...NAMES.map((name) => name.slice(0, 3))].join('|')})\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const FORMS: readonly (readonly [RegExp, order: 'dmy' | 'mdy' | 'ymd', named: boolean])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])${DAY}(?:\\s?[-–]\\s?\\d{1,2})?\\s(?:de\\s)?${MONTH},?\\s(?:de\\s)?(\\d{4})(?!\\d)`,
      'iu',
    ),
    'dmy',
    true,
  ],
  [
    new RegExp(`(?<!\\p{L})${MONTH}\\s${DAY}(?:\\s?[-–]\\s?\\d{1,2})?,?\\s(\\d{4})(?!\\d)`, 'iu'),
    'mdy',
    true,
  ],
  [/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, 'ymd', false],
  [/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/, 'dmy', false],
];

export interface ReadDate extends Span {
  /** `YYYY-MM-DD`; of several days the first. */
  readonly day: string;
  readonly ambiguous: boolean;
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((names) =>
    names
      .split('|')
      .some((one) => one.startsWith(name.toLowerCase().slice(0, 3)) && one.startsWith(name.toLowerCase())),
  ) + 1;

/** The first date of a line, of its first 300 characters. A day that no calendar has is none. */
export function dateIn(line: string): ReadDate | null {
  for (const [form, order, named] of FORMS) {
    const found = form.exec(line.slice(0, 300));
    if (found === null) continue;
    const [a, b, c] = [found[1], found[2], found[3]] as [string, string, string];
    const [y, m, d] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
    let month = named ? monthOf(m) : Number(m);
    let date = Number(d);
    if (order === 'dmy' && !named && month > 12 && date <= 12) [month, date] = [date, month];
    const days = new Date(Date.UTC(Number(y), month, 0)).getUTCDate();
    if (month < 1 || month > 12 || date < 1 || date > days) continue;
    return {
      start: found.index,
      end: found.index + found[0].length,
      day: `${y}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
      ambiguous: order === 'dmy' && !named && month <= 12 && date <= 12 && month !== date,
    };
  }
  return null;
}
