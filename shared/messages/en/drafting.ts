/** The draft page: the live working text. */
export const drafting = {
  loading: 'Opening the working text',
} as const;
