import type { AgreementStatus } from './disposition.ts';
import type { ChangeId, DelegationId, GroupId, IsoTime, ParagraphId, ProposalId } from './ids.ts';
import type { Direction, ParagraphKind, Run } from './paragraph.ts';

/** Who stands behind something: `names` is what is printed, a group's name where it speaks for all of them. */
export interface Attribution {
  readonly names: string;
  readonly delegations: readonly DelegationId[];
  readonly group: GroupId | null;
  readonly proposals: readonly ProposalId[];
}

/** A stretch of a paragraph. `struck`: words of the text that somebody would delete, or replace by what is inserted next. */
export type RollingPiece =
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'struck';
      readonly runs: readonly Run[];
      /** Who would delete them and put nothing in their place; empty where all would replace them. */
      readonly deletedBy: readonly Attribution[];
    }
  | { readonly kind: 'inserted'; readonly runs: readonly Run[]; readonly by: Attribution };

/** What somebody would do with a paragraph as a whole. `earlier`: they said it of words that have changed since. */
export type RollingNote =
  | { readonly kind: 'delete'; readonly by: Attribution; readonly earlier: boolean }
  | { readonly kind: 'retain'; readonly by: Attribution; readonly earlier: boolean }
  /** On the paragraph itself: where it would go. `after` is a label, null the beginning. */
  | {
      readonly kind: 'move';
      readonly by: Attribution;
      readonly earlier: boolean;
      readonly after: string | null;
    }
  /** Where it would go: which paragraph would stand here. */
  | { readonly kind: 'move-here'; readonly by: Attribution; readonly label: string }
  /** The paragraph counts as agreed, yet these proposals on it have no decision. */
  | { readonly kind: 'outstanding'; readonly by: Attribution };

export interface RollingStatus {
  readonly status: Exclude<AgreementStatus, 'open'>;
  readonly date: IsoTime;
  /** The words are others than those the status was given to. */
  readonly changedSince: boolean;
}

/**
 * A paragraph of the compilation. `text`: it stands in the working text. `alternative`: other wording for the paragraph
 * before. `insertion`: it would be new. `note`: holds notes alone.
 */
export interface RollingParagraph {
  readonly role: 'text' | 'alternative' | 'insertion' | 'note';
  /** The paragraph of the working text that it is, or is about; null: before the first. */
  readonly paragraph: ParagraphId | null;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly dir: Direction;
  /** `12`, `12 alt.1`, `12 bis`; empty where it has none. */
  readonly label: string;
  /** Square brackets around the whole. Wording of several paragraphs is bracketed once, around all of them. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whose wording it is; null: the text's own, or it is said on the first paragraph of the same wording. */
  readonly by: Attribution | null;
  /** The change it shows; null: the text's own. */
  readonly change: ChangeId | null;
  /** Whose proposal this one amends; null: it amends the text. */
  readonly amends: Attribution | null;
  /** The text has changed since the wording was written, and it could not be carried over: it needs a look. */
  readonly needsALook: boolean;
  readonly pieces: readonly RollingPiece[];
  readonly notes: readonly RollingNote[];
  readonly status: RollingStatus | null;
}

/** Signs that a legend explains, as far as they occur. */
export const ROLLING_SIGNS = [
  'brackets',
  'attribution',
  'delete',
  'alternative',
  'insertion',
  'retain',
  'move',
  'suggested-for-closure',
  'agreed-ad-referendum',
  'agreed',
  'changed-since',
  'outstanding',
  'needs-a-look',
  'amends',
] as const;
export type RollingSign = (typeof ROLLING_SIGNS)[number];

/** The text with all open proposals in it, bracketed and attributed. */
export interface RollingText {
  readonly paragraphs: readonly RollingParagraph[];
  /** Proposals on paragraphs that the text no longer holds: their wording stands here, so that nothing is dropped. */
  readonly unplaced: readonly RollingParagraph[];
  readonly signs: readonly RollingSign[];
  readonly counts: {
    readonly paragraphs: number;
    readonly proposals: number;
    readonly bracketed: number;
    readonly status: Readonly<Record<AgreementStatus, number>>;
  };
}
