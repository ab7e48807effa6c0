import { useCallback, useMemo, useState } from 'react';
import { type Command, useRegisterCommands } from '../../ui/commands.ts';
import { useMessages } from '../../ui/messages.ts';

export interface ChangeWalk {
  /** Row that n and p have led to; null before the first step. */
  readonly current: number | null;
  /** `3 of 41`; empty where nothing changed. */
  readonly place: string;
  readonly step: (direction: 1 | -1) => void;
  /** Goes to a row: shows it, focuses it, so that screen readers read it out. */
  readonly go: (row: number) => void;
}

const REDUCED = '(prefers-reduced-motion: reduce)';

/** Next and previous change, by button and by the keys n and p, with wrap-around. `changes` are row indexes. */
export function useChangeWalk(changes: readonly number[]): ChangeWalk {
  const { t } = useMessages();
  const [current, setCurrent] = useState<number | null>(null);

  const go = useCallback((row: number): void => {
    setCurrent(row);
    // After the render that may have unfolded the row.
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`[data-row="${row}"]`);
      element?.scrollIntoView({
        block: 'center',
        behavior: matchMedia(REDUCED).matches ? 'auto' : 'smooth',
      });
      element?.focus({ preventScroll: true });
    });
  }, []);

  const step = useCallback(
    (direction: 1 | -1): void => {
      if (changes.length === 0) return;
      const at = current ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
      const next = direction === 1 ? changes.find((row) => row > at) : changes.findLast((row) => row < at);
      go((next ?? (direction === 1 ? changes[0] : changes.at(-1))) as number);
    },
    [changes, current, go],
  );

  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'comparison.next', group: 'go', name: t('comparison.next'), keys: 'n', run: () => step(1) },
      {
        id: 'comparison.previous',
        group: 'go',
        name: t('comparison.previous'),
        keys: 'p',
        run: () => step(-1),
      },
    ],
    [t, step],
  );
  useRegisterCommands(commands);

  const at = current === null ? -1 : changes.indexOf(current);
  const place =
    changes.length === 0
      ? t('comparison.noChanges')
      : at < 0
        ? t('comparison.changes', { count: changes.length })
        : t('comparison.place', { at: at + 1, of: changes.length });
  return { current, place, step, go };
}
