/** Counts what a reader looks at, so that a test can show that twice the text is twice the work. */
export interface Meter {
  steps: number;
}

export const newMeter = (): Meter => ({ steps: 0 });
