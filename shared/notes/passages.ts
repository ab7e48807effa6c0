import type { Passage } from '../model/statement.ts';
import type { ReadPassage } from './statement-reading.ts';

/** Passages as a statement keeps them. `language` is what the notes are in (BCP 47). A time without a recording is dropped. */
export const passagesOf = (read: readonly ReadPassage[], language: string): Passage[] =>
  read.map(({ manner, text, at, recording }) => ({
    manner,
    words: { language, text },
    recording: recording === null ? null : { url: recording, at },
  }));
