import type { TextLog } from '../../../server/ports/text-log.ts';

/** A log that does as it is told: holds appends back, or fails them. */
export function unrulyLog(inner: TextLog): TextLog & { hold(): () => void; failing: boolean } {
  let gate: Promise<void> = Promise.resolve();
  const log = {
    ...inner,
    failing: false,
    hold(): () => void {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    append: async (batch: Parameters<TextLog['append']>[0]) => {
      await gate;
      if (log.failing) throw new Error('disk full');
      return inner.append(batch);
    },
  };
  return log;
}
