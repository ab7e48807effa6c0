import type { Rows } from '../ports/rows.ts';

/** Methods of the row interfaces that change something. */
const WRITES: ReadonlySet<string> = new Set([
  'insert',
  'update',
  'revoke',
  'markUsed',
  'delete',
  'forgetAccount',
  'deleteExpired',
  'deleteBefore',
  'deleteUnused',
  'append',
  'appendAll',
  'markRead',
  'mark',
  'raise',
  'save',
  'putOff',
  'deleteOf',
]);

/** The same rows, whose writing methods reject: outside of `transact` nothing may change. */
export function readOnlyRows(rows: Rows): Rows {
  const refuse = (noun: string, method: string) => () =>
    Promise.reject(new Error(`${noun}.${method} outside of a transaction`));
  return Object.fromEntries(
    Object.entries(rows).map(([noun, methods]) => [
      noun,
      Object.fromEntries(
        Object.entries(methods as object).map(([method, act]) => [
          method,
          WRITES.has(method) ? refuse(noun, method) : act,
        ]),
      ),
    ]),
  ) as unknown as Rows;
}
