import { useEffect, useState } from 'react';
import { fetchUntilItComes } from '../../ui/fetch-until-it-comes.ts';

export type States = typeof import('./states.ts');

let known: States | null = null;

/** The list of States, fetched when it is first needed; null until it is there. Everything works without it as well. */
export function useStates(): States | null {
  const [states, setStates] = useState(known);
  useEffect(() => {
    // Names can be written freely, so a list that could not be fetched yet is no failure to tell of.
    return fetchUntilItComes(
      () => import('./states.ts'),
      (module) => {
        known = module;
        setStates(module);
      },
    );
  }, []);
  return states;
}
