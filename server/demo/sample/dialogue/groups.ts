import type { SampleGroup, SampleSpeaker } from './said.ts';

/** Groups of the sample; the first member speaks for each. */
export const sampleGroups: readonly {
  readonly key: SampleGroup;
  readonly name: string;
  readonly members: readonly SampleSpeaker[];
}[] = [
  { key: 'one', name: 'Sample group of countries H', members: ['delegate', 'drafter-1'] },
  { key: 'two', name: 'Sample group of countries J', members: ['delegate-2', 'delegate'] },
];
