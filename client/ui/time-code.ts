import type { Recording } from '../../shared/model/declaration.ts';

/**
 * Seconds of a time code as people write it: `1:05:15`, `65:15`, `1h05m15s`, `15`. Null where it is none: minutes and
 * seconds behind a larger unit stay below 60.
 */
export function readTimeCode(typed: string): number | null {
  const text = typed.trim().replace(/[.٫]/gu, ':');
  const parts = /^(\d{1,3})(?::(\d{1,2}))?(?::(\d{1,2}))?$/u.exec(text)?.slice(1);
  const named = /^(?:(\d{1,2})h)?\s*(?:(\d{1,3})m(?:in)?)?\s*(?:(\d{1,5})s?)?$/iu.exec(text)?.slice(1);
  if (parts !== undefined) {
    const numbers = parts.filter((part) => part !== undefined).map(Number);
    if (numbers.slice(1).some((number) => number >= 60)) return null;
    return numbers.reduce((sum, number) => sum * 60 + number, 0);
  }
  if (text === '' || named === undefined) return null;
  const [hours, minutes, seconds] = named.map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** `1:05:15`, or `5:15` below an hour. */
export function timeCode(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** Sites that take the place from the query as `t=`; anywhere else a media fragment (W3C, `#t=`) is asked for. */
const BY_QUERY = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)$/iu;

/** The address of a place in a recording. An address that names a place already is left as it was given. */
export function recordingAddress({ url, at }: Recording): string {
  if (at === null) return url;
  try {
    const address = new URL(url);
    if (address.searchParams.has('t') || /(?:^#|[#&])t=/u.test(address.hash)) return url;
    if (BY_QUERY.test(address.hostname)) {
      address.searchParams.set('t', `${at}${/vimeo/iu.test(address.hostname) ? 's' : ''}`);
      return address.href;
    }
    address.hash = address.hash === '' ? `t=${at}` : `${address.hash.slice(1)}&t=${at}`;
    return address.href;
  } catch {
    return url;
  }
}
