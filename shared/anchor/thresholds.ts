/** Every number that decides whether words count as found again, in one place. */

/**
 * Share of the quoted letters that must survive for the rest to be called `changed`. Below it, what stands there says
 * something else than what was commented on: of "fifteenth session of" the half that is left is nobody's point.
 */
export const LEAST_SHARE = 0.6;

/** Share of the letters between the first and the last survivor that must be survivors themselves. */
export const LEAST_DENSITY = 1 / 3;

/** A whole paragraph counts as the same one, `changed`, as long as this share of its letters survives. */
export const LEAST_PARAGRAPH_SHARE = 1 / 3;

/** The same inside a paragraph that it was joined to, or split into. */
export const LEAST_KIN_SHARE = 0.75;

/** Share of the letters of such a paragraph that must be quoted ones: in one that says more, they may be a citation. */
export const LEAST_KIN_PART = 0.75;

/**
 * Similarity of the old and the new paragraph below which even the very words are told as `changed`: what is said
 * around them is another thing now, and whoever wrote should look again.
 */
export const LEAST_SIMILARITY = 0.5;

/** Letters of an equal stretch that words must stand in to count, in a paragraph below that similarity. */
export const LEAST_STRETCH = 20;

/** The same in any other paragraph that was changed: an equal word between two changes says nothing. */
export const LEAST_STRETCH_SIMILAR = 8;

/** Letters of context that vouch for words on one side alone: some six words, hardly ever repeated by accident. */
export const TELLING_CONTEXT = 32;

/** Letters of context on both sides at once that vouch for words: two words before and two behind. */
export const TELLING_BOTH = 10;

/** Fewest letters and words of a quote that is looked for in paragraphs it was not put on. */
export const LONG_QUOTE_LETTERS = 30;
export const LONG_QUOTE_WORDS = 5;

/** How many times as long as a quote its rewriting may be for single equal words between its ends to count. */
export const MOST_GROWTH = 2;
