/** How many rows are read before others have their turn. */
export interface PageSize {
  readonly rows: number;
  /** How long a full page took, in ms, with all that was done with its rows. */
  took(milliseconds: number): void;
}

/** So few at first: code that was never run takes ten times as long, and so does a busy machine. */
const FEW = 50;

/** A page takes this long, in ms, when it is of the right size. */
const SHORT = 3;
const LONG = 8;

/** Pages of at most so many rows, as large as they may be without keeping anybody waiting. */
export function createPageSize(most: number): PageSize {
  let rows = Math.min(FEW, most);
  return {
    get rows() {
      return rows;
    },
    took(milliseconds) {
      if (milliseconds < SHORT) rows = Math.min(most, 2 * rows);
      else if (milliseconds > LONG) rows = Math.min(most, Math.max(FEW, Math.floor(rows / 2)));
    },
  };
}
