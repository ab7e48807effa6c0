/** How a position came to hold where it does, by its number in the column `state`. */
export const HELD_STATES = ['own', 'carried', 'words-changed', 'split', 'merged'] as const;
