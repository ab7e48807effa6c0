import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { ComparableBlock, Comparison } from '../../shared/compare/comparison.ts';
import { printComparisonHtml } from '../../shared/format/comparison-html.ts';
import { printComparisonJson } from '../../shared/format/comparison-json.ts';
import { printComparisonText } from '../../shared/format/comparison-text.ts';
import { fail, ok, type Result, unreachable } from '../../shared/model/result.ts';
import { writeComparisonDocx } from '../files/comparison-docx.ts';
import { readComparedFile } from './compared-file.ts';

/**
 * `npm run -s compare -- OLD NEW [--format json|text|html|docx] [--out FILE]`. Exit 0, or 2 with one line on
 * stderr when the input cannot be read.
 */

const USAGE = 'usage: compare OLD NEW [--format json|text|html|docx] [--out FILE]';
const FORMATS = ['json', 'text', 'html', 'docx'] as const;
type Format = (typeof FORMATS)[number];

interface Request {
  readonly old: string;
  readonly new: string;
  readonly format: Format;
  readonly out: string | null;
}

function readRequest(args: readonly string[]): Result<Request, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return fail(`${(error as Error).message.split('\n')[0]}; ${USAGE}`);
  }
  const [old, fresh, ...more] = parsed.positionals;
  if (old === undefined || fresh === undefined || more.length > 0) return fail(USAGE);
  const format = FORMATS.find((name) => name === (parsed.values.format ?? 'text'));
  if (format === undefined) return fail(`unknown format ${parsed.values.format}; ${USAGE}`);
  return ok({ old, new: fresh, format, out: parsed.values.out ?? null });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', short: 'f' }, out: { type: 'string', short: 'o' } },
  });

/** What was compared, and what came of it. */
interface Compared {
  readonly from: readonly ComparableBlock[];
  readonly to: readonly ComparableBlock[];
  readonly comparison: Comparison;
}

function print(
  { from, to, comparison }: Compared,
  request: Request,
  toTerminal: boolean,
): string | Uint8Array {
  switch (request.format) {
    case 'json':
      return printComparisonJson(comparison);
    case 'text':
      return printComparisonText(comparison, { colour: toTerminal });
    case 'html':
      return printComparisonHtml(comparison, { from: basename(request.old), to: basename(request.new) });
    case 'docx':
      return writeComparisonDocx(comparison, from, to, {
        title: `${basename(request.old)} → ${basename(request.new)}`,
        date: new Date().toISOString(),
      });
    default:
      return unreachable(request.format);
  }
}

/** Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const complain = (line: string): number => {
    process.stderr.write(`compare: ${line}\n`);
    return 2;
  };
  const request = readRequest(args);
  if (!request.ok) return complain(request.error);
  const { old, new: fresh, out } = request.value;
  const from = await readComparedFile(old);
  if (!from.ok) return complain(from.error);
  const to = await readComparedFile(fresh);
  if (!to.ok) return complain(to.error);
  const comparison = compareTexts(from.value, to.value);
  const toTerminal = out === null && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const compared = { from: from.value, to: to.value, comparison };
  const printed = print(compared, request.value, toTerminal);
  if (out === null) await new Promise((done) => process.stdout.write(printed, done));
  else
    try {
      await writeFile(out, printed);
    } catch (error) {
      return complain(
        `${out}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      );
    }
  return 0;
}
