import { useEffect, useState } from 'react';

type OfferedStates = typeof import('./offered-states.ts');

/** The list of States, fetched when the form is opened; null until it is there. Without it the form works as well. */
export function useOfferedStates(): OfferedStates | null {
  const [states, setStates] = useState<OfferedStates | null>(null);
  useEffect(() => {
    let open = true;
    import('./offered-states.ts').then(
      (module) => {
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
