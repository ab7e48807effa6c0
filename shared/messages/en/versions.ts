/** The list of versions. */
export const versions = {
  title: 'Versions',
  lead: 'Each version is fixed for ever: its text, its labels and its hash do not change.',
  empty: 'No version has been published yet.',
  version: 'Version',
  stage: 'Stage',
  published: 'Published',
  hash: 'Content hash',
  downloads: 'Downloads',
  letter: 'Letter',
  showLetter: 'Letter',
  noLetter: 'No letter',
  compare: 'Compare with {{name}}',
  changes: 'What changed',
  publishNext: 'Publish a version',
} as const;
