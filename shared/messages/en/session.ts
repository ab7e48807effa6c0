/** Entering by an invitation link. */
export const session = {
  entering: 'Opening your invitation',
  noToken: 'This address holds no invitation.',
  noTokenHelp: 'Copy the whole link from your invitation, up to its last character.',
} as const;
