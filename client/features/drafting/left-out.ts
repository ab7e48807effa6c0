import type { LeftOut } from '../../editor/paste/pasted-block.ts';
import type { Translate } from '../../ui/messages.ts';

/** One sentence about what a paste left out, or null where nothing was. */
export function leftOutWords(leftOut: LeftOut, t: Translate): string | null {
  const things = (['pictures', 'comments', 'deletions', 'struck'] as const)
    .filter((sort) => leftOut[sort] > 0)
    .map((sort) => t(`drafting.paste.${sort}`, { count: leftOut[sort] }));
  return things.length === 0 ? null : t('drafting.paste.leftOut', { things: things.join(', ') });
}
