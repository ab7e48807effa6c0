import { useEffect, useState } from 'react';

/** A fragment as typed or clicked; a malformed escape reads as it stands. */
function fragment(): string | null {
  const raw = window.location.hash.slice(1);
  if (raw === '') return null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/**
 * The fragment of the address, followed once the text stands there: the browser looked for it before the text had
 * come. `ready` turns true when it has.
 */
export function useFragment(ready: boolean): string | null {
  const [target, setTarget] = useState(fragment);
  useEffect(() => {
    const changed = (): void => setTarget(fragment());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  useEffect(() => {
    if (ready && target !== null) document.getElementById(target)?.scrollIntoView({ block: 'start' });
  }, [ready, target]);
  return target;
}
