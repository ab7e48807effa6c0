import type { RegisterAnswer } from '../../../shared/api/register.ts';
import type { DelegationId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../../shared/model/participant.ts';
import {
  REGISTER_NOUNS,
  type RegisterEntry,
  type RegisterNoun,
  type RegisterRowOf,
} from '../../../shared/model/register.ts';

/** Everybody who can have signed something, as the register tells it. */
export type DirectoryPerson = Pick<Participant, 'id' | 'name' | 'role' | 'delegationId'>;
export type DirectoryDelegation = Pick<Delegation, 'id' | 'name' | 'constituency' | 'region'>;

/** `GET …/register?after=N`: the newest revisions behind N that one may see, by seq. */
export type RegisterPage = RegisterAnswer;

export interface Directory {
  readonly participants: ReadonlyMap<ParticipantId, DirectoryPerson>;
  readonly delegations: ReadonlyMap<DelegationId, DirectoryDelegation>;
}

export type RegisterRows = {
  readonly [Noun in RegisterNoun]: ReadonlyMap<string, RegisterRowOf[Noun]>;
};

/** The newest revision of every row that this device knows. Immutable: a change shares what it did not touch. */
export interface RegisterCopy {
  /** Everything up to here has been read. An act's own entry may be newer: it does not raise the head. */
  readonly head: number;
  readonly rows: RegisterRows;
  /** `noun:id` → revision. */
  readonly revisions: ReadonlyMap<string, number>;
  /** `noun:id` → seq of that revision. */
  readonly seqs: ReadonlyMap<string, number>;
  readonly directory: Directory;
}

export const EMPTY_COPY: RegisterCopy = {
  head: 0,
  rows: Object.fromEntries(REGISTER_NOUNS.map((noun) => [noun, new Map()])) as unknown as RegisterRows,
  revisions: new Map(),
  seqs: new Map(),
  directory: { participants: new Map(), delegations: new Map() },
};

export const rowKey = (noun: RegisterNoun, id: string): string => `${noun}:${id}`;

/** Puts revisions in, newer ones over older ones, in whatever order they come. The same copy if none was newer. */
export function putEntries(copy: RegisterCopy, entries: readonly RegisterEntry[]): RegisterCopy {
  const newer = entries.filter(
    ({ noun, id, revision }) => revision > (copy.revisions.get(rowKey(noun, id)) ?? 0),
  );
  if (newer.length === 0) return copy;
  const revisions = new Map(copy.revisions);
  const seqs = new Map(copy.seqs);
  const changed = new Map<RegisterNoun, Map<string, unknown>>();
  for (const { noun, id, revision, seq, row } of newer) {
    // The same row may come twice in one answer: the order of seq is the order of revisions.
    if (revision <= (revisions.get(rowKey(noun, id)) ?? 0)) continue;
    const rows = changed.get(noun) ?? new Map<string, unknown>(copy.rows[noun]);
    rows.set(id, row);
    changed.set(noun, rows);
    revisions.set(rowKey(noun, id), revision);
    seqs.set(rowKey(noun, id), seq);
  }
  return { ...copy, revisions, seqs, rows: { ...copy.rows, ...Object.fromEntries(changed) } as RegisterRows };
}

/** Takes an answer in that was asked for behind `copy.head`, or behind an older head. */
export function takePage(copy: RegisterCopy, page: RegisterPage): RegisterCopy {
  const put = putEntries(copy, page.entries);
  const directory = sameDirectory(copy.directory, page) ? copy.directory : directoryOf(page);
  const head = Math.max(copy.head, page.head);
  if (put === copy && directory === copy.directory && head === copy.head) return copy;
  return { ...put, head, directory };
}

/**
 * Whether an answer shows a row for the first time at a later revision. It may just have been made public, and then
 * older rows that follow it (answers, stances) are visible now too: they stand before the head and must be asked for.
 */
export const bringsOlderRows = (copy: RegisterCopy, page: RegisterPage): boolean =>
  copy.head > 0 &&
  page.entries.some(
    ({ noun, id, revision }) =>
      (noun === 'comment' || noun === 'proposal') && revision > 1 && !copy.revisions.has(rowKey(noun, id)),
  );

const directoryOf = ({ directory }: RegisterPage): Directory => ({
  participants: new Map(directory.participants.map((person) => [person.id, person])),
  delegations: new Map(directory.delegations.map((delegation) => [delegation.id, delegation])),
});

const sameFields = <Fields extends object>(a: Fields | undefined, b: Fields): boolean =>
  a !== undefined && (Object.keys(b) as (keyof Fields)[]).every((key) => a[key] === b[key]);

const sameDirectory = (known: Directory, { directory }: RegisterPage): boolean =>
  known.participants.size === directory.participants.length &&
  known.delegations.size === directory.delegations.length &&
  directory.participants.every((person) => sameFields(known.participants.get(person.id), person)) &&
  directory.delegations.every((one) => sameFields(known.delegations.get(one.id), one));
