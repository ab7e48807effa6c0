import { useEffect, useState } from 'react';
import { fetchUntilItComes } from './fetch-until-it-comes.ts';
import { codeIsMissing } from './release.ts';

/** Code that is fetched late, once for the page. */
export interface LateCode<Code> {
  /** Null until it is there. */
  readonly code: Code | null;
  /** It could not be fetched. It is asked for again by itself. */
  readonly missing: boolean;
  /** Asks for it now. */
  readonly again: () => void;
}

/** Answers a hook for one piece of code. `load` may be called often: browsers fetch a module once. */
export function lateCode<Code>(load: () => Promise<Code>): () => LateCode<Code> {
  let arrived: { readonly code: Code } | null = null;
  return function useLateCode() {
    const [there, setThere] = useState(arrived);
    const [missing, setMissing] = useState(false);
    const [asked, setAsked] = useState(0);
    // biome-ignore lint/correctness/useExhaustiveDependencies: asking again begins anew
    useEffect(() => {
      if (there !== null) return;
      const loadOrTell = (): Promise<Code> =>
        load().catch((error: unknown) => {
          setMissing(true);
          codeIsMissing();
          throw error;
        });
      return fetchUntilItComes(loadOrTell, (code) => {
        arrived = { code };
        setThere(arrived);
        setMissing(false);
      });
    }, [there, asked]);
    return { code: there?.code ?? null, missing, again: () => setAsked(asked + 1) };
  };
}
