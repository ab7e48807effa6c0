/** The command palette and the sheet of keys. */
export const palette = {
  open: 'Commands',
  title: 'Commands',
  placeholder: 'Type a command or a page',
  empty: 'No command of that name.',
  keys: 'Keyboard shortcuts',
  keysTitle: 'Keyboard shortcuts',
  results_one: '{{count, number}} command',
  results_other: '{{count, number}} commands',
  group: {
    go: 'Go to',
    act: 'Do',
    view: 'View',
    edit: 'Edit',
  },
  showPalette: 'Open the commands',
  showKeys: 'Show the keyboard shortcuts',
} as const;
