import type { StoredWords } from './device-store.ts';
import { type DeviceWriter, deviceFailed } from './device-writer.ts';
import type { KeptWords } from './kept-words.ts';
import type { Source } from './observable.ts';

/** The words kept beside the text, the newest first, as the device holds them and as they are shown. */
export interface KeptShelf {
  /** Shows words that the device has already. */
  add(words: StoredWords): void;
  /** Drops them from the device and from sight. */
  drop(id: string): Promise<void>;
  words(id: string): StoredWords | undefined;
}

export function keptShelf(
  held: readonly StoredWords[],
  device: DeviceWriter,
  shown: Source<readonly KeptWords[]>,
): KeptShelf {
  let kept: readonly StoredWords[] = [];
  const show = (next: readonly StoredWords[]): void => {
    kept = next;
    shown.set(next.map(({ update: _update, ...words }) => words));
  };
  show([...held].sort((a, b) => b.at.localeCompare(a.at)));
  return {
    add: (words) => show([words, ...kept]),
    drop: async (id) => {
      await device.after((on) => on.dropKept(id)).catch(deviceFailed);
      show(kept.filter((words) => words.id !== id));
    },
    words: (id) => kept.find((words) => words.id === id),
  };
}
