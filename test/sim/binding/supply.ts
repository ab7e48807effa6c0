/**
 * Characters that no simulation types twice: Han from U+4E00, and every fifth one from U+20000, where a character
 * takes two UTF-16 units.
 */
export interface Supply {
  characters(count: number): string;
  id(): string;
}

export function createSupply(): Supply {
  let typed = 0;
  let ids = 0;
  return {
    characters: (count) =>
      Array.from({ length: count }, () => {
        const number = typed++;
        return String.fromCodePoint((number % 5 === 4 ? 0x20000 : 0x4e00) + number);
      }).join(''),
    id: () => `n${ids++}`,
  };
}
