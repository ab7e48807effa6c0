import type { IsoTime } from './ids.ts';

/** What of the dialogue waits for somebody; the first four are a delegation's, the last two the facilitators'. */
export const DIALOGUE_WAITING = [
  'question',
  'compromise',
  'sponsorship',
  'reaction',
  'undecided',
  'contest',
] as const;
/** What of positions and record does: the first two a delegation's, the last the facilitators'. */
export const RECORD_WAITING = ['silence', 'reconfirm', 'broken'] as const;
export const WAITING_FOR = [...RECORD_WAITING, ...DIALOGUE_WAITING] as const;
export type DialogueWaiting = (typeof DIALOGUE_WAITING)[number];
export type RecordWaiting = (typeof RECORD_WAITING)[number];
export type WaitingFor = (typeof WAITING_FOR)[number];

/** Rows of the register by id of what waits; kinds for which nothing waits are left out. */
export interface Waiting<What extends WaitingFor = WaitingFor> {
  readonly what: What;
  /**
   * Ids of comments, of proposals, of inputs (`reaction`, `undecided`, `contest`), of the silence, of paragraphs
   * (`reconfirm`), of places that a silence was broken at.
   */
  readonly ids: readonly string[];
  /** `silence`: its deadline. */
  readonly until?: IsoTime;
}
