import type { ComparableBlock } from './comparison.ts';
import { isFreeOld, type Links, link, mayLink } from './links.ts';
import { type PreparedBlock, type PreparedTexts, profileOf } from './prepare.ts';
import { sharedWeight } from './similarity.ts';

const idsOf = (blocks: readonly ComparableBlock[]): Map<string, number> => {
  const ids = new Map<string, number>();
  blocks.forEach((block, at) => {
    if (block.id !== undefined && !ids.has(block.id)) ids.set(block.id, at);
  });
  return ids;
};

/**
 * Links what recorded ids say. Equal ids are linked whatever the blocks say. A block that came `from` another is
 * linked to it when its words bear it out: Enter at the end of a paragraph also records where the new one came
 * from, though no word of it did.
 */
export function linkRecorded(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  texts: PreparedTexts,
  links: Links,
  leastShare: number,
): void {
  const oldIds = idsOf(from);
  const newIds = idsOf(to);
  const record = (old: number, fresh: number): void => {
    link(links, old, fresh);
    links.recorded.add(`${old}:${fresh}`);
  };
  for (const [id, fresh] of newIds) {
    const old = oldIds.get(id);
    if (old !== undefined) record(old, fresh);
  }
  to.forEach((block, fresh) => {
    for (const origin of block.from ?? []) {
      const old = oldIds.get(origin);
      if (old === undefined) continue;
      const isSplit = block.id === undefined || !oldIds.has(block.id);
      const isJoin = isFreeOld(links, old) && !newIds.has(origin);
      if (!(isSplit || isJoin) || !mayLink(links, old, fresh)) continue;
      if (bearsOut(texts, old, fresh, leastShare)) record(old, fresh);
    }
  });
}

/** The shorter block stands, for the most part, in the longer one. */
function bearsOut(texts: PreparedTexts, old: number, fresh: number, leastShare: number): boolean {
  const a = profileOf(texts.old[old] as PreparedBlock, texts.weights);
  const b = profileOf(texts.new[fresh] as PreparedBlock, texts.weights);
  const least = Math.min(a.weight, b.weight);
  return least > 0 && sharedWeight(a, b, texts.weights) / least >= leastShare;
}
