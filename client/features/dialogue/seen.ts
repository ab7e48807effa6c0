/** Which comments and answers somebody has seen. */
export interface Seen {
  /** Whether it is new to this person. Always false where nothing is remembered. */
  isNew(noun: 'comment' | 'answer', id: string): boolean;
  /** It was in sight long enough to have been read. */
  saw(noun: 'comment' | 'answer', id: string): void;
}

export const NOTHING_REMEMBERED: Seen = { isNew: () => false, saw: () => undefined };
