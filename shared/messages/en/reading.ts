/** Reading a published version. */
export const reading = {
  version: 'Version',
  latestMark: '{{name}} (latest)',
  later: 'A later version exists: {{name}}.',
  readLatest: 'Read it',
  linkTo: 'Copy the link to {{label}}',
  linkToParagraph: 'Copy the link to this paragraph',
  facts: {
    title: 'About this version',
    stage: 'Stage',
    published: 'Published',
    paragraphs: 'Paragraphs',
    hash: 'Content hash (SHA-256)',
    hashHelp: 'Anyone who holds this text can compute it anew and compare.',
    letter: 'Letter of the facilitators',
    downloads: 'Download',
    format: {
      docx: 'Word',
      html: 'Web page',
      md: 'Markdown',
      txt: 'Plain text',
      json: 'Data (JSON)',
    },
  },
  outlineEmpty: 'This text has no headings.',
  printedFrom: '{{document}}, {{version}}, {{date}}. Content hash {{hash}}. {{address}}',
} as const;
