import { useEffect, useState } from 'react';

export type States = typeof import('./states.ts');

let known: States | null = null;

/** The list of States, fetched when it is first needed; null until it is there. Everything works without it as well. */
export function useStates(): States | null {
  const [states, setStates] = useState(known);
  useEffect(() => {
    let open = true;
    import('./states.ts').then(
      (module) => {
        known = module;
        if (open) setStates(module);
      },
      // Names can be written freely, so a list that could not be fetched is no failure to tell of.
      () => undefined,
    );
    return () => {
      open = false;
    };
  }, []);
  return states;
}
