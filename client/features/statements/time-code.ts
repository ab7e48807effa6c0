import { secondsOf } from '../../../shared/notes/time-code.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as a time code: `1:05:15`, below an hour `19:01`. */
export function timeCode(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`;
}

/** What somebody typed as a time code, in seconds; null where it is none. */
export const readTimeCode = (typed: string): number | null =>
  /^\d{1,3}:\d{2}(?::\d{2})?$/.test(typed.trim()) ? secondsOf(typed.trim()) : null;

/** Files that browsers play themselves. */
const MEDIA_FILE = /\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|oga|wav)$/i;

/**
 * The address of a place in a recording, where it is known how to name one: media files (W3C Media Fragments, `#t=`)
 * and YouTube (`t`). Elsewhere the address as it is: the time code always stands beside it.
 */
export function recordingAddress(url: string, at: number | null): string {
  if (at === null) return url;
  try {
    const address = new URL(url);
    const name = address.hostname.replace(/^(?:www|m)\./, '');
    if (MEDIA_FILE.test(address.pathname) && address.hash === '') address.hash = `t=${at}`;
    else if ((name === 'youtube.com' || name === 'youtu.be') && !address.searchParams.has('t'))
      address.searchParams.set('t', `${at}s`);
    else return url;
    return address.href;
  } catch {
    return url;
  }
}
