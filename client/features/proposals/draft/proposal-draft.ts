import type { AnchoredText } from '../../../../shared/model/anchor.ts';
import type { GroupId, ParagraphId, ProposalId } from '../../../../shared/model/ids.ts';
import {
  type LabelledParagraph,
  type ParagraphKind,
  plainText,
  type Run,
} from '../../../../shared/model/paragraph.ts';
import type { BaseWording, ChangeAct, Wording } from '../../../../shared/model/proposal.ts';
import type { Visibility } from '../../../../shared/model/signature.ts';
import { keepFormatting } from './keep-formatting.ts';

/** One paragraph of wording while it is written: plain text, and the formatted words it was copied from. */
export interface DraftWording {
  /** Tells text areas apart; known on this device only. */
  readonly key: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly text: string;
  readonly origin: readonly Run[];
}

/** One change while it is written. Words typed for one act stay when another act is tried. */
export interface DraftChange {
  readonly key: string;
  readonly act: ChangeAct;
  readonly paragraph: ParagraphId | null;
  /** The paragraph as it was copied, or as it was last brought up to date. */
  readonly base: BaseWording | null;
  /** For `replace`. */
  readonly replacement: readonly DraftWording[];
  /** For `insert-after`. */
  readonly insertion: readonly DraftWording[];
  /** For `move`: null is the beginning of the text, undefined not chosen yet. */
  readonly after?: ParagraphId | null | undefined;
}

/** What the draft becomes. All but `new` are about a proposal that was sent, as it stood at a revision. */
export type Purpose =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'edit' | 'compromise' | 'acceptance';
      readonly proposal: ProposalId;
      readonly revision: number;
    };

/** A proposal on this device, until the server has it. */
export interface ProposalDraft {
  readonly id: string;
  /** Sent with every try, so that sending twice creates one proposal. */
  readonly idempotencyKey: string;
  /** When it was last typed in, by this device's clock: ISO 8601 in UTC. */
  readonly savedAt: string;
  readonly text: AnchoredText;
  readonly purpose: Purpose;
  readonly amends: ProposalId | null;
  readonly changes: readonly DraftChange[];
  /** Why: the rationale of a proposal, the reason of an offer or a decision. */
  readonly rationale: string;
  readonly visibility: Visibility;
  readonly onBehalfOf: GroupId | null;
}

export type NewKey = () => string;

export const baseOf = ({ label, kind, level, runs }: BaseWording): BaseWording => ({
  label,
  kind,
  level,
  runs,
});

export const draftWording = ({ kind, level, runs }: Wording, newKey: NewKey): DraftWording => ({
  key: newKey(),
  kind,
  level,
  text: plainText(runs),
  origin: runs,
});

/** The wording as it is sent: the typed words in the formats of those they were copied from. */
export const wordingOf = ({ kind, level, text, origin }: DraftWording): Wording => ({
  kind,
  level,
  runs: keepFormatting(origin, text),
});

/** Kinds that a new paragraph behind another one has at first: an item behind an item, words behind a heading. */
const kindBehind = ({ kind, level }: Wording): Pick<DraftWording, 'kind' | 'level'> =>
  kind === 'title' || kind === 'heading' ? { kind: 'plain', level: 0 } : { kind, level };

/** A copy of a paragraph to be edited. `paragraph` null: before the first paragraph, where one can only insert. */
export function beginChange(
  paragraph: Pick<LabelledParagraph, 'id' | 'label' | 'kind' | 'level' | 'runs'> | null,
  act: ChangeAct,
  newKey: NewKey,
): DraftChange {
  const base = paragraph === null ? null : baseOf(paragraph);
  const behind = base === null ? { kind: 'plain' as const, level: 0 } : kindBehind(base);
  return {
    key: newKey(),
    act: paragraph === null ? 'insert-after' : act,
    paragraph: paragraph?.id ?? null,
    base,
    replacement: base === null ? [] : [draftWording(base, newKey)],
    insertion: [{ key: newKey(), ...behind, text: '', origin: [] }],
  };
}

export function beginDraft(
  text: AnchoredText,
  changes: readonly DraftChange[],
  at: string,
  newKey: NewKey,
): ProposalDraft {
  return {
    id: newKey(),
    idempotencyKey: newKey(),
    savedAt: at,
    text,
    purpose: { kind: 'new' },
    amends: null,
    changes,
    rationale: '',
    visibility: 'public',
    onBehalfOf: null,
  };
}

/** The wordings that count for the act chosen now. */
export const wordingsOf = ({ act, replacement, insertion }: DraftChange): readonly DraftWording[] =>
  act === 'replace' ? replacement : act === 'insert-after' ? insertion : [];

/** Puts other wordings in the place that counts for the act. */
export const withWordings = (change: DraftChange, wordings: readonly DraftWording[]): DraftChange =>
  change.act === 'replace'
    ? { ...change, replacement: wordings }
    : change.act === 'insert-after'
      ? { ...change, insertion: wordings }
      : change;
