import { entityAt } from './entities.ts';
import type { Meter } from './meter.ts';
import type { Span } from './span.ts';
import { type StarRun, starRuns } from './stars.ts';

export interface Line extends Span {
  /** What stood between asterisks. */
  readonly emphasised: readonly Span[];
}

/** A text without what mail and mark-up put around words, and the way back to the source. Spans are offsets in `text`. */
export interface CleanText {
  readonly source: string;
  readonly text: string;
  /** Source offset of every character of `text`; the last entry is the length of the source. */
  readonly from: Uint32Array;
  readonly lines: readonly Line[];
}

/** Characters that nobody sees: byte order mark and zero width space. */
const UNSEEN = '\ufeff\u200b';

/** End of `> > ` at the start of a line. */
function behindMailQuoting(source: string, start: number, end: number): number {
  let at = start;
  let reached = start;
  while (at < end && (source[at] === '>' || source[at] === ' ')) {
    if (source[at] === '>') reached = at + 1;
    at += 1;
  }
  return reached > start && source[reached] === ' ' && reached < end ? reached + 1 : reached;
}

/** Lines of the source, whatever ends them: LF, CRLF or CR. */
function sourceLines(source: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let at = 0; at <= source.length; at += 1) {
    const end = source[at];
    if (at < source.length && end !== '\n' && end !== '\r') continue;
    lines.push({ start, end: at });
    if (end === '\r' && source[at + 1] === '\n') at += 1;
    start = at + 1;
  }
  return lines;
}

/**
 * Takes off mail quoting, carriage returns and emphasis marks and decodes character references. Every line ends in one
 * LF but the last. Nothing else changes, and `from` says where each character came from.
 */
export function cleanText(source: string, meter: Meter): CleanText {
  const from = new Uint32Array(source.length + 2);
  const pieces: string[] = [];
  const lines: Line[] = [];
  let length = 0;
  const put = (text: string, at: number): void => {
    pieces.push(text);
    for (let n = 0; n < text.length; n += 1) from[length + n] = at;
    length += text.length;
  };
  const spans = sourceLines(source).map(({ start, end }) => ({
    start: behindMailQuoting(source, start, end),
    end,
  }));
  const stars = starRuns(source, spans);
  for (const [n, { start, end }] of spans.entries()) {
    meter.steps += end - start + 1;
    if (n > 0) put('\n', (spans[n - 1] as Span).end);
    const begin = length;
    const runs = stars[n] as readonly StarRun[];
    const emphasised: Span[] = [];
    let next = 0;
    let opened = runs[0]?.closesOnly === true ? begin : -1;
    for (let at = start; at < end; ) {
      const run = runs[next];
      if (run !== undefined && run.start === at) {
        if (opened < 0) opened = length;
        else {
          emphasised.push({ start: opened, end: length });
          opened = -1;
        }
        at = run.end;
        next += 1;
        continue;
      }
      const char = source[at] as string;
      const entity = char === '&' ? entityAt(source, at) : null;
      if (!UNSEEN.includes(char)) put(entity === null ? char : entity.text, at);
      at = entity === null ? at + 1 : entity.end;
    }
    if (opened >= 0) emphasised.push({ start: opened, end: length });
    lines.push({ start: begin, end: length, emphasised });
  }
  from[length] = source.length;
  return { source, text: pieces.join(''), from: from.subarray(0, length + 1), lines };
}
