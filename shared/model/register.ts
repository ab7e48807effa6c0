import type { Answer, Comment, Stance } from './comment.ts';
import type { Carriage, Disposition, InputLink, Item, ParagraphStatus } from './disposition.ts';
import type { DelegationHead, Group } from './group.ts';
import type { DocumentId, IsoTime } from './ids.ts';
import type { Acceptance, Proposal } from './proposal.ts';

/** Every noun of the register with its row. A row is never changed: a later revision stands beside it. */
export interface RegisterRowOf {
  readonly group: Group;
  readonly head: DelegationHead;
  readonly comment: Comment;
  readonly answer: Answer;
  readonly stance: Stance;
  readonly proposal: Proposal;
  readonly acceptance: Acceptance;
  readonly disposition: Disposition;
  readonly item: Item;
  readonly link: InputLink;
  readonly status: ParagraphStatus;
  readonly carriage: Carriage;
}

export const REGISTER_NOUNS = [
  'group',
  'head',
  'comment',
  'answer',
  'stance',
  'proposal',
  'acceptance',
  'disposition',
  'item',
  'link',
  'status',
  'carriage',
] as const satisfies readonly (keyof RegisterRowOf)[];
export type RegisterNoun = (typeof REGISTER_NOUNS)[number];

/** One revision of one row of one noun, as the register keeps it. */
export interface EntryOf<Noun extends RegisterNoun> {
  readonly documentId: DocumentId;
  /** 1 for the first entry of a document's register, then rising by one, over all nouns. */
  readonly seq: number;
  readonly noun: Noun;
  readonly id: string;
  /** 1 for the first revision of this row, then rising by one. */
  readonly revision: number;
  readonly at: IsoTime;
  readonly row: RegisterRowOf[Noun];
}

/** Any entry; `noun` tells which row it holds. */
export type RegisterEntry = { [Noun in RegisterNoun]: EntryOf<Noun> }[RegisterNoun];
