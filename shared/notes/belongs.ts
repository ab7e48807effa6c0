import type { Block } from './blocks.ts';
import type { Draft } from './draft.ts';

const REFERS =
  /^(?:he|she|they|it|the (?:delegation|delegate|representative|speaker|country|group|statement|proposal))\b|^in (?:this|that) regard/i;
const GOES_ON = /^["“„«‘[(<…]|^https?:/;

/** Names under which notes speak of a speaker further on: the name, its capitals ("Group B" is GB), its last word. */
function shortNames(name: string): string[] {
  const plain = name.replace(/^the\s+/i, '').replace(/\s*\(.*$/, '');
  const capitals =
    plain
      .split(/\s+and\s+/)[0]
      ?.match(/(?<!\p{L})\p{Lu}/gu)
      ?.join('') ?? '';
  return [plain, ...(capitals.length > 1 ? [capitals] : [])];
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a paragraph without a speaker is still about the one before: it is a bullet, begins with a quotation, a
 * bracket or a word that points back, names the speaker at its beginning, or follows a colon or an open quotation.
 * Nothing else is put into a speaker's mouth; behind a paragraph that does not belong (`previous` null) only naming
 * the speaker counts.
 */
export function belongsTo(text: string, block: Block, draft: Draft, previous: Block | null): boolean {
  const begin = text.slice(block.content, Math.min(block.end, block.content + 200));
  if (previous !== null) {
    if (block.bullet || GOES_ON.test(begin) || REFERS.test(begin) || draft.openQuote >= 0) return true;
    if (/:\s*$/.test(text.slice(previous.end - 3, previous.end))) return true;
  }
  return shortNames(draft.head.name).some((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u').test(begin),
  );
}
