import { useQuery } from '@tanstack/react-query';
import type { DemoAnswer, DemoEnterRequest, EnterRequest, Session } from '../../shared/api/session.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: () => requestOrThrow<Session>('GET', '/session') });

/** The sample people of a demonstration server; asked only where the session says there are some. */
export const useDemo = (enabled: boolean) =>
  useQuery({
    queryKey: keys.demo,
    queryFn: () => requestOrThrow<DemoAnswer>('GET', '/demo'),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who one is changes what one may see: everything is read again. */
const EVERYTHING = [[]];

export const useEnter = () =>
  useAct<EnterRequest, Session>({
    method: 'POST',
    path: () => '/session',
    body: (input) => input,
    stale: () => EVERYTHING,
  });

export const useEnterDemo = () =>
  useAct<DemoEnterRequest, Session>({
    method: 'POST',
    path: () => '/demo/enter',
    body: (input) => input,
    stale: () => EVERYTHING,
  });

export const useLeave = () =>
  useAct<void, Session>({ method: 'DELETE', path: () => '/session', stale: () => EVERYTHING });
