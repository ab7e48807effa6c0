/** What somebody may be waited for with; the first four are a delegation's, the last two the facilitators'. */
export const WAITING_FOR = [
  'question',
  'compromise',
  'sponsorship',
  'reaction',
  'undecided',
  'contest',
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** Rows of the register by id of what waits; kinds for which nothing waits are left out. */
export interface Waiting {
  readonly what: WaitingFor;
  /** Ids of comments, of proposals, or of inputs (`reaction`, `undecided`, `contest`). */
  readonly ids: readonly string[];
}
