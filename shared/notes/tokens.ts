import type { Meter } from './meter.ts';
import type { Span } from './span.ts';
import { linkAt, type ReadLink, type TimeCode, timeCodeAt } from './time-code.ts';

export type Token = Span &
  (
    | { readonly kind: 'mark'; readonly leans: 'open' | 'close' | 'either'; readonly single: boolean }
    | { readonly kind: 'ellipsis' }
    | { readonly kind: 'time'; readonly time: TimeCode }
    | { readonly kind: 'link'; readonly link: ReadLink; readonly written: boolean }
  );

/** What a mark does where nothing around it tells otherwise. */
const NATIVE: Readonly<Record<string, 'open' | 'close' | 'either'>> = {
  '“': 'open',
  '„': 'open',
  '‟': 'open',
  '«': 'open',
  '「': 'open',
  '『': 'open',
  '”': 'close',
  '»': 'close',
  '」': 'close',
  '』': 'close',
  '"': 'either',
  '＂': 'either',
  '‘': 'open',
  '‹': 'open',
  '’': 'close',
  '›': 'close',
  "'": 'either',
};
const SINGLE = "‘’'‹›";
const ELLIPSIS = /[[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]/y;
const BEFORE = /[\s:([{/–—-]/;
const AFTER = /[\s.,;:!?)\]}/…–—(-]/;

/**
 * Which way a mark faces. Marks are often typed the wrong way round: what stands on both sides decides, and the mark
 * itself only where that does not.
 */
function leaning(text: string, { start, end }: Span, block: Span): 'open' | 'close' | 'either' {
  const native = NATIVE[text[start] as string] ?? 'either';
  if (text[start] === '„') return 'open';
  const before = start === block.start || BEFORE.test(text[start - 1] as string);
  const after = end === block.end || AFTER.test(text[end] as string);
  if (before && !after) return 'open';
  if (after && !before) return 'close';
  return native;
}

/** Quotation marks, cuts, time codes and links of a stretch of text, in order. */
export function tokensOf(text: string, block: Span, meter: Meter): Token[] {
  const tokens: Token[] = [];
  for (let at = block.start; at < block.end; ) {
    const char = text[at] as string;
    meter.steps += 1;
    const token = tokenAt(text, at, char, block);
    if (token !== null && token.end <= block.end) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function tokenAt(text: string, at: number, char: string, block: Span): Token | null {
  if (char === "'" && text[at + 1] === "'")
    return { start: at, end: at + 2, kind: 'mark', leans: 'close', single: false };
  if (Object.hasOwn(NATIVE, char)) {
    const mark = { start: at, end: at + 1 };
    return { ...mark, kind: 'mark', leans: leaning(text, mark, block), single: SINGLE.includes(char) };
  }
  if ((char === '`' && text[at + 1] === '`') || (char === ',' && text[at + 1] === ',')) {
    const mark = { start: at, end: at + 2 };
    const leans = leaning(text, mark, block);
    if (leans === 'open') return { ...mark, kind: 'mark', leans, single: false };
  }
  if (char === '(' || char === '[') {
    ELLIPSIS.lastIndex = at;
    const cut = ELLIPSIS.exec(text);
    if (cut !== null) return { start: at, end: at + cut[0].length, kind: 'ellipsis' };
  }
  // Only where one of them can begin is asked for them.
  if (!'([<hHwWsSbBtTfFqQvVrRiIcC'.includes(char)) return null;
  const time = timeCodeAt(text, at);
  if (time !== null) return { start: at, end: time.end, kind: 'time', time };
  if (!'([<hHwWfFtTcC'.includes(char) || (char !== '(' && char !== '[' && /\p{L}/u.test(text[at - 1] ?? ' ')))
    return null;
  const found = linkAt(text, at);
  return found === null
    ? null
    : { start: at, end: found.end, kind: 'link', link: found.link, written: found.written };
}
