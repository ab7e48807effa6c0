const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A foot- or endnote as text: `[¹ words]`. The raised number tells it from brackets that mean "not agreed". */
export const bracketNote = (ordinal: number, words: string): string =>
  `[${[...String(ordinal)].map((digit) => RAISED[Number(digit)]).join('')} ${words}]`;
