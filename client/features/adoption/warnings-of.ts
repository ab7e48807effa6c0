import type { AdoptionWarning } from '../../../shared/domain/adoption.ts';
import type { Version } from '../../../shared/model/version.ts';

/** What can be told of a version before its adoption is recorded; the server tells the rest with its answer. */
export const warningsOf = (
  stage: Version['stage'],
  paragraphs: Version['paragraphs'] | undefined,
): readonly AdoptionWarning[] => [
  ...(stage === 'final' ? [] : (['not-final'] as const)),
  ...(paragraphs?.some(({ text }) => text.includes('[')) ? (['brackets-remain'] as const) : []),
];
