import type { Holder } from './holder.ts';
import type { DelegationId, DocumentId, IsoTime, ParagraphId, VersionId } from './ids.ts';
import type { Signature } from './signature.ts';

export const DECLARATION_KINDS = [
  'reservation',
  'dissociation',
  'explanation-of-position',
  'general-statement',
] as const;
export type DeclarationKind = (typeof DECLARATION_KINDS)[number];

/** Why: the grounds delegations give. */
export const GROUNDS = [
  'mandate',
  'sovereignty-and-domestic-law',
  'instrument-not-a-party-to',
  'agreed-language',
  'process',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** What a declaration is on. It may be on what is not in the text. */
export type DeclarationObject =
  | { readonly on: 'text' }
  | { readonly on: 'paragraph'; readonly paragraph: ParagraphId; readonly label: string }
  /** A word or expression; where it occurs is computed. */
  | { readonly on: 'term'; readonly term: string }
  /** An instrument, resolution or decision the text refers to. */
  | { readonly on: 'reference'; readonly reference: string }
  /** What the text does not say. */
  | { readonly on: 'absent'; readonly language: string };

/** Words in the language they were said in. `language` is a BCP 47 tag such as `ar` or `fr`. */
export interface SpokenWords {
  readonly language: string;
  readonly text: string;
}

/** A place in a recording. */
export interface Recording {
  readonly url: string;
  /** Seconds from its beginning, or null. */
  readonly at: number | null;
}

/** That a delegation stands behind what another, or a group, put on record. */
export interface Joining {
  readonly delegationId: DelegationId;
  /** Paragraphs on which it does not. */
  readonly except: readonly ParagraphId[];
  readonly at: IsoTime;
}

/** What a delegation or a group puts on record. Corrected by a further revision, withdrawn with its date, never deleted. */
export interface Declaration {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly kind: DeclarationKind;
  readonly holder: Holder;
  /** Delegations that added themselves to a group's or another delegation's declaration. */
  readonly joined: readonly Joining[];
  /** The version it speaks of. */
  readonly version: VersionId;
  readonly objects: readonly DeclarationObject[];
  readonly statement: SpokenWords;
  /** What was said, where `statement` is a translation of it. */
  readonly original: SpokenWords | null;
  readonly grounds: readonly Ground[];
  readonly recording: Recording | null;
  /** Address of the written statement. */
  readonly written: string | null;
  /** Filed before or after adoption, by the server's clock. */
  readonly filed: 'before-adoption' | 'after-adoption';
  readonly correctedAt: IsoTime | null;
  readonly withdrawnAt: IsoTime | null;
  readonly by: Signature;
}
