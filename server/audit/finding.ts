/** Something that does not hold. `row` names what was altered, `problem` says how that shows. */
export interface Finding {
  readonly row: string;
  readonly problem: string;
}
