import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './new-key.ts';
import { type Method, requestOrThrow } from './request.ts';

export interface Act<Input, Answer> {
  readonly method: Method;
  readonly path: (input: Input) => string;
  readonly body?: (input: Input) => unknown;
  /** What to read again afterwards. */
  readonly stale: (answer: Answer) => readonly (readonly unknown[])[];
  /** Called with the answer before anything is read again. */
  readonly done?: (answer: Answer, input: Input) => void;
  /** The key of what is said (path and body), where it must be kept longer than this page stands. */
  readonly keyOf?: (said: string) => string;
}

/**
 * A change on the server. POSTs carry an idempotency key: trying the same input again after a failure sends the
 * same key, so that what did arrive the first time is not done twice.
 */
export function useAct<Input, Answer>(act: Act<Input, Answer>): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const last = useRef<{ readonly said: string; readonly key: string } | null>(null);
  return useMutation({
    mutationFn: (input: Input) => {
      const path = act.path(input);
      const body = act.body?.(input);
      const said = body instanceof FormData ? newKey() : `${path} ${JSON.stringify(body)}`;
      if (last.current?.said !== said) last.current = { said, key: act.keyOf?.(said) ?? newKey() };
      return requestOrThrow<Answer>(act.method, path, {
        ...(body === undefined ? {} : { body }),
        ...(act.method === 'POST' ? { idempotencyKey: last.current.key } : {}),
      });
    },
    onSuccess: async (answer, input) => {
      last.current = null;
      act.done?.(answer, input);
      // A first answer still on its way was asked for before the act: it would be taken for the new one.
      const stale = act.stale(answer).map((queryKey) => ({ queryKey }));
      await Promise.all(stale.map((filter) => queries.cancelQueries(filter)));
      await Promise.all(stale.map((filter) => queries.invalidateQueries(filter)));
    },
  });
}
