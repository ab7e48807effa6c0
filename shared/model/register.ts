import type { Alignment } from './alignment.ts';
import type { Answer, Comment, Stance } from './comment.ts';
import type { Declaration } from './declaration.ts';
import type { ChangedDelegation } from './delegation-change.ts';
import type { Carriage, Disposition, InputLink, Item, ParagraphStatus } from './disposition.ts';
import type { DelegationHead, Group } from './group.ts';
import type { DocumentId, IsoTime } from './ids.ts';
import type { Milestone } from './milestone.ts';
import type { Position } from './position.ts';
import type { Acceptance, Proposal } from './proposal.ts';
import type { Adoption, SilenceObjection, SilenceProcedure } from './silence.ts';
import type { Statement } from './statement.ts';

/** Every noun of the register with its row. A row is never changed: a later revision stands beside it. */
export interface RegisterRowOf {
  readonly group: Group;
  readonly head: DelegationHead;
  readonly delegation: ChangedDelegation;
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
  readonly alignment: Alignment;
  readonly position: Position;
  readonly declaration: Declaration;
  readonly silence: SilenceProcedure;
  readonly objection: SilenceObjection;
  readonly adoption: Adoption;
  readonly milestone: Milestone;
  readonly statement: Statement;
}

export const REGISTER_NOUNS = [
  'group',
  'head',
  'delegation',
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
  'alignment',
  'position',
  'declaration',
  'silence',
  'objection',
  'adoption',
  'milestone',
  'statement',
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
