/** The first page. */
export const home = {
  title: 'Documents',
  empty: 'No document is open to you yet.',
  emptyHelp:
    'If you were invited, open the link in your invitation. Public documents appear here by themselves.',
  latest: 'Latest: {{name}}, {{date}}',
  noVersion: 'No version published yet',
  versions_one: '{{count, number}} version',
  versions_other: '{{count, number}} versions',
  asRole: 'You take part as {{role}}',
  reader: 'Open to everyone',
  demo: {
    title: 'Enter the sample document',
    lead: 'This server shows a sample document. Choose who you want to be; nothing here is real, and you can come back and enter as somebody else.',
    enter: 'Enter as:',
    chosen: 'You entered as {{name}}.',
  },
  create: {
    open: 'New document',
    title: 'New document',
    name: 'Title',
    nameHelp: 'The working title of the outcome document. It can be changed later.',
    submit: 'Create the document',
    help: 'You become its facilitator. Until you change it, the working text is for facilitators and drafters, and versions are for participants.',
  },
} as const;
