/** Every number that decides whether words count as found again, in one place. */

/**
 * Share of the quoted letters that must survive for the rest to be called `changed`: the half. Below it, what stands
 * there says something else than what was commented on.
 */
export const LEAST_SHARE = 0.5;

/** Share of the letters between the first and the last survivor that must be survivors themselves. */
export const LEAST_DENSITY = 1 / 3;

/** A whole paragraph counts as the same one, `changed`, as long as this share of its letters survives. */
export const LEAST_PARAGRAPH_SHARE = 0.25;

/** Letters of context that vouch for words on one side alone: some six words, hardly ever repeated by accident. */
export const TELLING_CONTEXT = 32;

/** Letters of context on both sides at once that vouch for words: two words before and two behind. */
export const TELLING_BOTH = 10;

/** Fewest letters and words of a quote that is looked for in paragraphs it was not put on. */
export const LONG_QUOTE_LETTERS = 30;
export const LONG_QUOTE_WORDS = 5;

/**
 * Letters from which such a quote is taken on its words alone. Shorter ones may be formulas, of which another one
 * stands there when the right one is gone: they need context, or the proof that the old text said them once.
 */
export const UNMISTAKABLE_LETTERS = 80;
