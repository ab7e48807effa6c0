import { describe, expect, it } from 'vitest';
import {
  bringsOlderRows,
  EMPTY_COPY,
  putEntries,
  type RegisterPage,
  takePage,
} from '../../../../client/api/register/register-copy.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';

/** A comment's revision; only what the copy looks at is real. */
const comment = (seq: number, id: string, revision: number, text = `${id}@${revision}`): RegisterEntry =>
  ({ documentId: 'd', seq, noun: 'comment', id, revision, at: '', row: { id, text } }) as never;
const answer = (seq: number, id: string, revision = 1): RegisterEntry =>
  ({ documentId: 'd', seq, noun: 'answer', id, revision, at: '', row: { id } }) as never;
const page = (head: number, ...entries: RegisterEntry[]): RegisterPage => ({
  head,
  entries,
  directory: { participants: [], delegations: [] },
});
const texts = (copy: typeof EMPTY_COPY): unknown[] =>
  [...copy.rows.comment.values()].map(({ text }) => text).sort();

describe('the copy of the register', () => {
  it('U70: a newer revision replaces an older one, in whatever order they come', () => {
    const first = takePage(EMPTY_COPY, page(3, comment(1, 'a', 1), comment(3, 'a', 2), comment(2, 'b', 1)));
    expect(texts(first)).toEqual(['a@2', 'b@1']);
    const late = putEntries(first, [comment(1, 'a', 1)]);
    expect(late).toBe(first);
    expect(texts(putEntries(first, [comment(5, 'a', 3), comment(4, 'b', 2)]))).toEqual(['a@3', 'b@2']);
  });

  it("U70: an act's own entry stands there at once and does not hide what came before it", () => {
    const known = takePage(EMPTY_COPY, page(1, comment(1, 'a', 1)));
    const own = putEntries(known, [comment(3, 'c', 1)]);
    expect(texts(own)).toEqual(['a@1', 'c@1']);
    expect(own.head).toBe(1);
    const caughtUp = takePage(own, page(3, comment(2, 'b', 1), comment(3, 'c', 1)));
    expect(texts(caughtUp)).toEqual(['a@1', 'b@1', 'c@1']);
    expect(caughtUp.head).toBe(3);
  });

  it('U70: an answer that brings nothing leaves the very same copy, and nouns that did not change their map', () => {
    const known = takePage(EMPTY_COPY, page(2, comment(1, 'a', 1), answer(2, 'x')));
    expect(takePage(known, page(2))).toBe(known);
    const next = takePage(known, page(3, comment(3, 'b', 1)));
    expect(next.rows.answer).toBe(known.rows.answer);
    expect(next.rows.comment).not.toBe(known.rows.comment);
  });

  it('U70: an older head never comes back', () => {
    const known = takePage(EMPTY_COPY, page(9, comment(9, 'a', 1)));
    expect(takePage(known, page(4)).head).toBe(9);
  });

  it('U71: a row that is first seen at a later revision calls for the older rows that follow it', () => {
    const known = takePage(EMPTY_COPY, page(2, comment(1, 'a', 1)));
    expect(bringsOlderRows(known, page(5, comment(5, 'n', 2)))).toBe(true);
    expect(bringsOlderRows(known, page(5, comment(5, 'n', 1)))).toBe(false);
    expect(bringsOlderRows(known, page(5, comment(5, 'a', 2)))).toBe(false);
    expect(bringsOlderRows(EMPTY_COPY, page(5, comment(5, 'n', 2)))).toBe(false);
  });

  it('U70: the directory is replaced only where somebody or something in it differs', () => {
    const directory = {
      participants: [{ id: 'p', name: 'P', role: 'delegate', delegationId: 'g' }],
      delegations: [{ id: 'g', name: 'Delegation G', constituency: 'government', region: null }],
    } as unknown as RegisterPage['directory'];
    const known = takePage(EMPTY_COPY, { head: 1, entries: [], directory });
    expect(takePage(known, { head: 1, entries: [], directory: structuredClone(directory) })).toBe(known);
    const renamed = structuredClone(directory) as { participants: { name: string }[] } & typeof directory;
    (renamed.participants[0] as { name: string }).name = 'Q';
    const next = takePage(known, { head: 1, entries: [], directory: renamed });
    expect(next.directory.participants.get('p' as never)?.name).toBe('Q');
  });
});
