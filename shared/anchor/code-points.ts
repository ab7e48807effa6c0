const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether an offset stands inside a character of two UTF-16 units. */
export const cutsCharacter = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));

export const snapBack = (text: string, offset: number): number =>
  cutsCharacter(text, offset) ? offset - 1 : offset;

export const snapOn = (text: string, offset: number): number =>
  cutsCharacter(text, offset) ? offset + 1 : offset;

const LETTER = /[\p{L}\p{N}]/gu;

/** Letters and digits of a text. What shares are measured in: spaces and marks say little. */
export const lettersIn = (text: string): number => text.match(LETTER)?.length ?? 0;

const charactersIn = (text: string): number => [...text].length;

/** How to measure a quote and what remains of it: by letters, or by characters where it has none. */
export const measureFor = (quote: string): ((text: string) => number) =>
  lettersIn(quote) > 0 ? lettersIn : charactersIn;
