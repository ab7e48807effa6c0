import type { CommentKind, Nature } from '../../../../shared/model/comment.ts';
import type { Decision } from '../../../../shared/model/disposition.ts';

/** Keys of the sample participants: see people.ts. */
export type SampleSpeaker =
  | 'facilitator'
  | 'drafter-1'
  | 'drafter-2'
  | 'drafter-3'
  | 'delegate'
  | 'delegate-2'
  | 'stakeholder';

/** What is pointed at. `words` must stand in the paragraph exactly once. */
export type SampleSpot =
  | { readonly scope: 'text' }
  | { readonly scope: 'paragraph' | 'absent'; readonly key: string }
  | { readonly scope: 'words'; readonly key: string; readonly words: string };

export type SampleGroup = 'one' | 'two';

/** A comment with what was said to it. */
export interface SampleComment {
  /** Known by this to decisions and to comments that repeat it. */
  readonly key: string;
  readonly by: SampleSpeaker;
  /** On the working text, on the latest version of its time, or on a proposal. */
  readonly on: SampleSpot | { readonly proposal: string };
  readonly text: 'working' | 'latest';
  readonly kind?: CommentKind;
  readonly nature?: Nature;
  readonly says: string;
  /** Delegations of these people are asked, or a group. */
  readonly asks?: readonly SampleSpeaker[];
  readonly asksGroup?: SampleGroup;
  readonly onBehalfOf?: SampleGroup;
  /** A note for one's own delegation. */
  readonly note?: true;
  readonly answers?: readonly { readonly by: SampleSpeaker; readonly says: string }[];
  readonly settled?: true;
  readonly agree?: readonly SampleSpeaker[];
  readonly disagree?: readonly SampleSpeaker[];
}

/** What became of an input, and what its author says to it. */
export interface SampleDecision {
  readonly on: { readonly comment: string } | { readonly proposal: string };
  readonly decision: Decision;
  readonly reason: string;
  readonly summary?: string;
  readonly ledTo?: readonly string[];
  readonly duplicateOf?: string;
  readonly reaction?: { readonly by: SampleSpeaker; readonly satisfied: boolean; readonly reason: string };
  readonly contest?: { readonly by: SampleSpeaker; readonly text: string; readonly answer?: string };
}
