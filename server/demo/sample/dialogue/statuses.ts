import type { AgreementStatus } from '../../../../shared/model/disposition.ts';

/** Where some paragraphs of the working text stand, by their keys. */
export const sampleStatuses: readonly (readonly [AgreementStatus, readonly string[]])[] = [
  ['agreed', ['pp-charter', 'vision-people']],
  ['agreed-ad-referendum', ['gov-fragmentation', 'skills-right']],
  ['suggested-for-closure', ['enabling-policy', 'security-cooperation']],
];
