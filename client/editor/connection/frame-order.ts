/** Keeps the order of what a line says while one frame of it takes time to read. */
export interface FrameOrder {
  /** Acts at once, or after what is held. */
  hear(act: () => void): void;
  /** Whatever is heard from now on waits until `reading` has said what is to be done first. It must not reject. */
  hold(reading: Promise<() => void>): void;
  /** The line ended: what waits of it counts no more. */
  forget(): void;
}

export function frameOrder(): FrameOrder {
  let waiting: (() => void)[] = [];
  let held = false;
  let line = 0;
  const go = (): void => {
    while (!held) {
      const next = waiting.shift();
      if (next === undefined) return;
      next();
    }
  };
  return {
    hear: (act) => {
      waiting.push(act);
      go();
    },
    hold: (reading) => {
      const of = line;
      held = true;
      void reading.then((act) => {
        if (of !== line) return;
        held = false;
        waiting.unshift(act);
        go();
      });
    },
    forget: () => {
      line += 1;
      held = false;
      waiting = [];
    },
  };
}
