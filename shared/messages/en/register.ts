/** Words that everything in the register shares: who said it, for whom. */
export const register = {
  onBehalfOf: 'on behalf of {{group}}',
  enteredBy: '(entered by {{name}})',
} as const;
