import type { Standing } from '../../../../shared/model/position.ts';
import type { SampleGroup, SampleSpeaker } from '../dialogue/said.ts';

/** What somebody says on paragraphs of the version that is the latest then, by the keys of the paragraphs. */
export interface SamplePositions {
  readonly by: SampleSpeaker;
  readonly onBehalfOf?: SampleGroup;
  readonly said: readonly (readonly [key: string, standing: Standing, words?: string])[];
}

/** Taken on the zero draft: those whose words were kept are carried to Rev.1, the others wait to be confirmed. */
export const zeroPositions: readonly SamplePositions[] = [
  {
    by: 'delegate',
    said: [
      ['vision-people', 'support'],
      ['rights-shutdowns', 'can-live-with'],
      ['rights-privacy', 'concern', 'Oversight is for national law to arrange.'],
    ],
  },
  {
    by: 'delegate-2',
    onBehalfOf: 'two',
    said: [
      ['vision-people', 'support'],
      ['rights-expression', 'support'],
    ],
  },
  { by: 'stakeholder', said: [['rights-privacy', 'concern', 'Proportionate to what is left open.']] },
];

/** Taken on Rev.1. */
export const revisionPositions: readonly SamplePositions[] = [
  {
    by: 'delegate',
    said: [
      ['pp-charter', 'support'],
      ['pp-agenda', 'support'],
      ['pp-divides', 'concern', 'The figure needs its year and its source.'],
    ],
  },
  {
    by: 'delegate-2',
    onBehalfOf: 'two',
    said: [
      ['pp-charter', 'support'],
      ['pp-progress', 'can-live-with'],
      ['pp-divides', 'support'],
      ['pp-rights', 'support'],
    ],
  },
  {
    by: 'stakeholder',
    said: [
      ['pp-charter', 'support'],
      ['pp-divides', 'support'],
      ['pp-rights', 'can-live-with', 'Online and offline are one life now.'],
    ],
  },
  {
    by: 'delegate',
    onBehalfOf: 'one',
    said: [
      ['rights-foundation', 'can-live-with'],
      ['rights-shutdowns', 'oppose', 'The paragraph goes beyond what was agreed before.'],
    ],
  },
  {
    by: 'delegate-2',
    said: [
      ['rights-foundation', 'support'],
      ['rights-shutdowns', 'support', 'These words are the least that we need.'],
      ['rights-privacy', 'can-live-with'],
    ],
  },
  {
    by: 'stakeholder',
    said: [
      ['rights-foundation', 'support'],
      ['rights-shutdowns', 'support'],
    ],
  },
];

/** How delegations stand to a group that they are in, or not in. */
export const sampleAlignments: readonly {
  readonly by: SampleSpeaker;
  readonly group: SampleGroup;
  readonly except: readonly string[];
}[] = [
  { by: 'delegate', group: 'two', except: ['rights-shutdowns'] },
  { by: 'stakeholder', group: 'two', except: [] },
];
