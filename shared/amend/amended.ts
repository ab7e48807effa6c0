import type { Acceptance, Proposal, ProposedChange, Wording } from '../model/proposal.ts';
import { sameWording } from '../text/wording.ts';
import { rebase } from './rebase.ts';

/** Changes of an amendment to an amendment, as changes of the text. */
export interface OnText {
  readonly changes: readonly ProposedChange[];
  /** The amended proposal has changed so that these find no sure place in it any more. */
  readonly unsure: boolean;
}

/**
 * Brings an amendment of another proposal to the text: what the amended proposal says, with the amendment carried
 * out, rebased where that proposal was changed since. Where the amended proposal was taken up already, its wording
 * stands in the text, and the amendment is one of the text itself.
 */
export function onText(
  child: readonly ProposedChange[],
  parent: Pick<Proposal, 'changes'>,
  taken: Pick<Acceptance, 'changes'> | null,
): OnText {
  const changes: ProposedChange[] = [];
  let unsure = false;
  const amending = new Map<ProposedChange, ProposedChange[]>();
  for (const change of child) {
    const { amends } = change;
    const amended =
      parent.changes.find(({ id }) => id === amends?.change) ??
      parent.changes.find(({ paragraph, wording }) => paragraph === change.paragraph && wording.length > 0);
    const inText = taken?.changes.find((applied) => applied.change === amends?.change);
    const paragraph = inText?.paragraphs[amends?.part ?? 0];
    if (paragraph !== undefined) changes.push({ ...change, paragraph });
    else if (amended === undefined) unsure = true;
    else amending.set(amended, [...(amending.get(amended) ?? []), change]);
  }
  for (const [amended, list] of amending) {
    const wording = compose(amended.wording, list);
    if (wording === null) unsure = true;
    changes.push({
      ...amended,
      id: (list[0] as ProposedChange).id,
      wording: wording ?? list.flatMap((change) => change.wording),
    });
  }
  return { changes, unsure };
}

/** Wording with amendments of its paragraphs carried out; null where one finds no sure place. */
function compose(wording: readonly Wording[], amendments: readonly ProposedChange[]): Wording[] | null {
  const parts: Wording[][] = wording.map((part) => [part]);
  for (const { act, base, wording: wanted, amends } of amendments) {
    const at = amends?.part ?? 0;
    const part = wording[at];
    if (part === undefined || base === null) return null;
    const standing = parts[at] as Wording[];
    if (act === 'insert-after') parts[at] = [...standing, ...wanted];
    else if (act === 'delete') {
      if (!sameWording(part, base)) return null;
      parts[at] = standing.slice(1);
    } else if (sameWording(part, base)) parts[at] = [...wanted, ...standing.slice(1)];
    else {
      const rebased = rebase(base, wanted, [part]);
      if (rebased.kind === 'needs-a-look') return null;
      if (rebased.kind === 'rebased') parts[at] = [...rebased.parts.flat(), ...standing.slice(1)];
    }
  }
  return parts.flat();
}
