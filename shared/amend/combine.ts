import type { Wording } from '../model/proposal.ts';
import { sameWording } from '../text/wording.ts';
import { rebase } from './rebase.ts';

/** Competing wordings of one paragraph brought together, in whatever order; null where they collide. */
export function combine(now: Wording, wordings: readonly (readonly Wording[])[]): readonly Wording[] | null {
  const forwards = merged(now, wordings);
  const backwards = merged(now, wordings.toReversed());
  if (forwards === null || backwards === null || forwards.length !== backwards.length) return null;
  return forwards.every((wording, k) => sameWording(wording, backwards[k] as Wording)) ? forwards : null;
}

function merged(now: Wording, wordings: readonly (readonly Wording[])[]): readonly Wording[] | null {
  let together: readonly Wording[] = [now];
  for (const wording of wordings) {
    const rebased = rebase(now, wording, together);
    if (rebased.kind === 'needs-a-look') return null;
    if (rebased.kind === 'rebased') together = rebased.parts.flat();
  }
  return together;
}
