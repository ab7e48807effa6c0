import type { SampleSpeaker } from '../dialogue/said.ts';

export interface SampleStatement {
  /** As printed in the notes of the meeting. */
  readonly speaker: string;
  readonly delegation: SampleSpeaker;
  readonly alignsWith?: readonly string[];
  readonly onBehalfOf?: readonly string[];
  readonly quotes: readonly string[];
  /** Keys of paragraphs that it speaks of. */
  readonly paragraphs: readonly string[];
}

export const SAMPLE_MEETING = 'First reading of the zero draft (sample)';

/** Said at a meeting, as a note-taker of the facilitators wrote it down. */
export const sampleStatements: readonly SampleStatement[] = [
  {
    speaker: 'Country D',
    delegation: 'delegate',
    onBehalfOf: ['Sample group of countries H'],
    quotes: ['The digital divides between and within countries must stand first.'],
    paragraphs: ['vision-people'],
  },
  {
    speaker: 'Country E',
    delegation: 'delegate-2',
    alignsWith: ['Sample group of countries J'],
    quotes: [
      'Nobody in this room wants networks to be shut down.',
      'We can be flexible on the order of words.',
    ],
    paragraphs: ['rights-shutdowns'],
  },
  {
    speaker: 'Business association F',
    delegation: 'stakeholder',
    quotes: ['We ask that what was heard be shown with what became of it.'],
    paragraphs: [],
  },
];
