/** The list of versions. */
export const versions = {
  title: 'Versions',
  lead: 'Each version is fixed for ever: its text, its labels and its hash do not change.',
  empty: 'No version has been published yet.',
  hash: 'Content hash',
  showLetter: 'Letter',
  compare: 'Compare with {{name}}',
  publishNext: 'Publish a version',
} as const;
