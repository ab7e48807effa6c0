/** A web address: in angle brackets, where a line break of mail may part it, or bare. At most 2,000 characters. */
const LINK = '<\\s{0,2}(?:https?:|www\\.)[^<>]{1,2000}>|(?:https?://|www\\.)[^\\s<>()"“”]{1,2000}';
const TIME =
  '(?:\\d{1,3}:\\d{2}(?::\\d{2})?(?![\\d:])|\\d{1,2}h\\s?\\d{1,2}(?:m(?:in)?\\s?(?:\\d{1,2}s?)?)?)';
const STARTS =
  '(?:(?:the\\s+)?(?:video|recording|statement|quote|speech|intervention)?\\s{0,2}(?:starts?|starting|begins?|beginning|from)\\s{1,2}(?:at\\s{1,2})?)';
const AT = `(?:${STARTS}|at\\s|@\\s?|time\\s?code:?\\s|min(?:ute)?\\.?\\s)`;
/** `(starts at 1:05:15 <link>)`, `[1:05:15]`, `(starts at 1:05:15) <link>`: the link inside the bracket or behind it. */
const BRACKETED = new RegExp(
  `[(\\[]\\s{0,3}${AT}?(${TIME})(?:\\s?[-–]\\s?${TIME})?[,;]?\\s{0,3}(${LINK})?\\s{0,3}[)\\]](?:\\s{0,3}(<\\s{0,2}https?:[^<>]{1,2000}>))?`,
  'iy',
);
const BARE = new RegExp(`${STARTS}(${TIME})(?:[,;]?\\s{1,3}(${LINK}))?`, 'iy');
const WRITTEN = new RegExp(
  `[(\\[]\\s{0,3}(?:[a-z-]{1,12}\\s{1,2}){0,4}(?:statement|text|speech|remarks|intervention)s?(?:\\s{1,2}[a-z]{1,10}){0,4}:?\\s{0,3}(${LINK})\\s{0,3}\\.?\\s{0,3}[)\\]]|(?:full|written|the full|complete)\\s{1,2}(?:[a-z]{1,10}\\s{1,2}){0,2}(?:statement|text|speech)(?:\\s{1,2}[a-z]{1,10}){0,3}:?\\s{0,3}(${LINK})`,
  'iy',
);
const ALONE = new RegExp(LINK, 'iy');

/** An address without its angle brackets, put together again if a line break parted it. */
export interface ReadLink {
  readonly url: string;
  readonly overLines: boolean;
  readonly cutShort: boolean;
}

export interface TimeCode {
  readonly end: number;
  /** Seconds from the beginning, or null where minutes or seconds are past 59. */
  readonly seconds: number | null;
  readonly link: ReadLink | null;
}

function linkOf(printed: string): ReadLink {
  const bare = printed.startsWith('<') ? printed.slice(1, -1).trim() : printed.replace(/[.,;:!?]+$/, '');
  const url = bare.replace(/\s+/g, '');
  return { url, overLines: url !== bare, cutShort: /(?:\.{3}|…)$/.test(bare) };
}

/** `1:05:15`, `19:01` (minutes and seconds, minutes past 59 too) or `1h05m15s` in seconds. */
export function secondsOf(printed: string): number | null {
  const numbers = (printed.match(/\d+/g) ?? []).map(Number);
  const hours = /h/i.test(printed) || numbers.length === 3;
  const [h, m, s] = hours
    ? [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0]
    : [0, numbers[0] ?? 0, numbers[1] ?? 0];
  return s > 59 || (hours && m > 59) ? null : h * 3600 + m * 60 + s;
}

/** A time code that begins at an offset. */
export function timeCodeAt(text: string, at: number): TimeCode | null {
  const first = text[at];
  const form = first === '(' || first === '[' ? BRACKETED : BARE;
  if (form === BARE && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return null;
  form.lastIndex = at;
  const found = form.exec(text);
  if (found === null) return null;
  const link = found[2] ?? found[3];
  return {
    end: at + found[0].length,
    seconds: secondsOf(found[1] as string),
    link: link === undefined ? null : linkOf(link),
  };
}

/** A link that begins at an offset: to the written statement if the words around it say so. */
export function linkAt(
  text: string,
  at: number,
): { readonly end: number; readonly link: ReadLink; readonly written: boolean } | null {
  for (const form of [WRITTEN, ALONE]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) continue;
    const printed = found[1] ?? found[2] ?? found[0];
    const link = linkOf(printed);
    // The full stop behind a bare address ends the sentence.
    const over = printed.startsWith('<') || form === WRITTEN ? 0 : printed.length - link.url.length;
    return { end: at + found[0].length - over, link, written: form === WRITTEN };
  }
  return null;
}
