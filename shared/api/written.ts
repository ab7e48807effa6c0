import { z } from 'zod';
import { INPUT_LENGTH } from './limits.ts';

/** Every kind of line break that programs paste: CR LF, CR, vertical tab (Word), form feed, NEL, LS and PS. */
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Control characters that say nothing in a text: all of Unicode's Cc but line break and tab. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** Halves of characters, which no encoding can carry. */
const LONE_SURROGATES = /\p{Cs}/gu;

/** Something to read: neither white space nor invisible format characters. */
const READABLE = /[^\s\p{Cf}]/u;

/**
 * Words as the register keeps them: line breaks of every kind are newlines, other control characters but tabs go,
 * half a character shows as U+FFFD, white space goes from both ends. Nothing else is changed, and nothing is ever
 * read as markup.
 */
export const cleanWords = (text: string): string =>
  text.replace(LINE_BREAKS, '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '\uFFFD').trim();

/** Plain text of several lines, with something to read in it. */
export const writtenText = z
  .string()
  .max(INPUT_LENGTH, `must not be longer than ${INPUT_LENGTH} characters`)
  .overwrite(cleanWords)
  .refine((text) => READABLE.test(text), 'must not be empty');
