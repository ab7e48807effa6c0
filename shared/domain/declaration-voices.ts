import type { Alignment } from '../model/alignment.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Group } from '../model/group.ts';
import type { DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import { exceptionsIn, tiesAt } from './alignment.ts';

/** Somebody that a declaration speaks for, why, and where it does not. */
export interface Voice {
  readonly delegation: DelegationId;
  readonly through: 'itself' | 'joined' | 'membership' | 'alignment';
  readonly except: readonly ParagraphId[];
}

/** What is known of groups and of who aligns with them. */
export interface VoiceFacts {
  /** A group as it was recorded at a time; undefined where it was not there yet. */
  readonly groupAt: (id: GroupId, at: string) => Group | undefined;
  /** Every revision, oldest first. */
  readonly alignments: readonly Alignment[];
  /** The text looked at: what came from an excepted paragraph is excepted too. */
  readonly paragraphs: readonly { readonly id: ParagraphId; readonly from: readonly ParagraphId[] }[];
}

/**
 * Whom a declaration speaks for (rules V110–V112): its holder, a group's as membership and alignments stood when it was
 * filed, and whoever joined it, whose own word on this very declaration counts before that of its group.
 */
export function voicesOf(declaration: Declaration, facts: VoiceFacts): Voice[] {
  const { holder, joined, by } = declaration;
  const voices = new Map<DelegationId, Voice>();
  if (holder.noun === 'delegation')
    voices.set(holder.id, { delegation: holder.id, through: 'itself', except: [] });
  else {
    const group = facts.groupAt(holder.id, by.at);
    for (const [delegation, ties] of tiesAt(group === undefined ? [] : [group], facts.alignments, by.at))
      for (const { through, except } of ties)
        voices.set(delegation, {
          delegation,
          through,
          except: exceptionsIn([...except], facts.paragraphs),
        });
  }
  for (const { delegationId, except } of joined)
    voices.set(delegationId, {
      delegation: delegationId,
      through: 'joined',
      except: exceptionsIn(except, facts.paragraphs),
    });
  return [...voices.values()];
}

/** The delegations among them at a paragraph; with null, on anything at all. */
export const speakingAt = (voices: readonly Voice[], paragraph: ParagraphId | null): DelegationId[] =>
  voices.flatMap(({ delegation, except }) =>
    paragraph === null || !except.includes(paragraph) ? [delegation] : [],
  );
