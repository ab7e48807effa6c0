import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

export interface Decoded {
  readonly text: string;
  /** True when the bytes say no encoding and are no UTF-8: they were read as Windows-1252. */
  readonly assumed: boolean;
}

const starts = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, k) => bytes[k] === byte);

/** The five bytes that Windows-1252 leaves undefined (WHATWG Encoding maps them to controls; no writer makes them). */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Share of the non-ASCII bytes that must be Western letters or typographic signs for Windows-1252 to be believed. */
const LEAST_WESTERN = 0.9;

const strict = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Text out of bytes: UTF-8, UTF-16 with a byte order mark, else Windows-1252 where the bytes look Western.
 * Everything else is refused: a wrong guess would alter every letter.
 */
export function decode(bytes: Uint8Array): Result<Decoded, Problem> {
  const unknown = fail(
    problem(
      'unknown-encoding',
      'The encoding of the file is unknown. Save it as UTF-8 (in Word: plain text, then Unicode UTF-8) and try again.',
    ),
  );
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) return unknown;
  if (starts(bytes, 0xff, 0xfe)) return decoded(strict('utf-16le', bytes), unknown);
  if (starts(bytes, 0xfe, 0xff)) return decoded(strict('utf-16be', bytes), unknown);
  if (bytes.includes(0))
    return fail(problem('unsupported-file', 'The file is binary, not text. Use .txt, .md, .docx or .html.'));
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return ok({ text: utf8, assumed: false });
  if (starts(bytes, 0xef, 0xbb, 0xbf) || !looksWestern(bytes)) return unknown;
  return ok({ text: decodeWestern(bytes), assumed: true });
}

const decoded = (text: string | null, unknown: Result<Decoded, Problem>): Result<Decoded, Problem> =>
  text === null ? unknown : ok({ text, assumed: false });

/** Windows-1252 from 0x80 to 0x9F (WHATWG Encoding, index windows-1252). Undefined bytes never come here. */
const WESTERN_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: `TextDecoder('windows-1252')` of Node 20 decodes ISO 8859-1, which turns quotation marks into controls. */
const decodeWestern = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => WESTERN_SIGNS[sign.charCodeAt(0) - 0x80] as string);

/**
 * Whether bytes read as Western European text. In Windows-1252 a non-ASCII byte is a letter among ASCII letters or a
 * typographic sign; in Cyrillic, Arabic or Chinese encodings such bytes stand in long rows.
 */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let western = 0;
  let row = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return false;
    if (UNDEFINED_1252.has(byte)) return false;
    if (byte < 0x80) {
      row = 0;
      continue;
    }
    row += 1;
    high += 1;
    if (row <= 2) western += 1;
  }
  return high === 0 || western / high >= LEAST_WESTERN;
}
