import type { Authorship } from '../../../shared/api/text.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { delegationLetters } from './delegation-letters.ts';

/** Hues and underlines: together they tell 48 delegations apart, and neighbours never share an underline. */
export const HUES = 12;
export const UNDERLINES = ['solid', 'dashed', 'dotted', 'double'] as const;

/** How one delegation's words are drawn: a hue, an underline as the second sign, and letters of its name beside it. */
export interface Sign {
  readonly hue: number;
  readonly underline: (typeof UNDERLINES)[number];
  /** No other delegation in this document has them. */
  readonly letters: string;
}

/** One contributor and how much of the text is theirs. */
export interface Contributor {
  readonly id: ParticipantId;
  readonly name: string;
  readonly delegation: string;
  /** Characters standing in the text now. */
  readonly characters: number;
  readonly sign: Sign;
}

/** Who wrote what stands there, the most first, each with the sign of their delegation. */
export function contributorsOf({ people, paragraphs, deletions }: Authorship): Contributor[] {
  const written = new Map<ParticipantId, number>();
  for (const { runs } of paragraphs)
    for (const { by, text } of runs) written.set(by, (written.get(by) ?? 0) + [...text].length);
  for (const { by } of deletions) if (!written.has(by)) written.set(by, 0);
  const ids = [...written.keys()].sort((a, b) => (written.get(b) ?? 0) - (written.get(a) ?? 0));
  const letters = delegationLetters(ids.map((id) => people[id]?.delegation ?? ''));
  const signs = new Map<string, Sign>();
  return ids.map((id) => {
    const { name, delegation } = people[id] ?? { name: id, delegation: '' };
    const sign = signs.get(delegation) ?? signAt(signs.size, letters.get(delegation) ?? '');
    signs.set(delegation, sign);
    return { id, name, delegation, characters: written.get(id) ?? 0, sign };
  });
}

const signAt = (k: number, letters: string): Sign => ({
  hue: k % HUES,
  underline: UNDERLINES[(k + Math.floor(k / HUES)) % UNDERLINES.length] ?? 'solid',
  letters,
});
