/** What a line of the log says besides its sentence: ids, amounts and codes; never names, words, tokens or addresses. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Tells the operator what happens. `what` is a fixed sentence of the program's. */
export interface Journal {
  /** Ordinary life: every connection, every job. */
  debug(what: string, facts?: Facts): void;
  /** What an operator wants to see without asking: starts, ends, refusals, windows that closed. */
  info(what: string, facts?: Facts): void;
  /** Something went wrong. */
  error(what: string, error: unknown, facts?: Facts): void;
}
