import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './new-key.ts';
import { type Method, requestOrThrow } from './request.ts';

interface Act<Input, Answer> {
  readonly method: Method;
  readonly path: (input: Input) => string;
  readonly body?: (input: Input) => unknown;
  /** What to read again afterwards. */
  readonly stale: (answer: Answer) => readonly (readonly unknown[])[];
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
      if (last.current?.said !== said) last.current = { said, key: newKey() };
      return requestOrThrow<Answer>(act.method, path, {
        ...(body === undefined ? {} : { body }),
        ...(act.method === 'POST' ? { idempotencyKey: last.current.key } : {}),
      });
    },
    onSuccess: async (answer) => {
      last.current = null;
      // A first answer still on its way was asked for before the act: it would be taken for the new one.
      const stale = act.stale(answer).map((queryKey) => ({ queryKey }));
      await Promise.all(stale.map((filter) => queries.cancelQueries(filter)));
      await Promise.all(stale.map((filter) => queries.invalidateQueries(filter)));
    },
  });
}
