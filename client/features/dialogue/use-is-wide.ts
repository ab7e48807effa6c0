import { useSyncExternalStore } from 'react';

/** Where the side column stands (client/styles/frame.css); below, the conversation comes over the text. */
const WIDE = '(min-width: 80rem)';

const subscribe = (listener: () => void): (() => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
