/** From `start` up to, not including, `end`: UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
