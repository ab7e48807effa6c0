import type { PassageManner, SpokenFor } from '../model/statement.ts';
import type { Confidence, Doubt } from './doubt.ts';
import type { SpeakerRule } from './head.ts';
import type { Span } from './span.ts';

/** A stretch of what was said. Offsets of everything here are in the source. */
export interface ReadPassage extends Span {
  readonly manner: PassageManner;
  /** Words alone: without marks, emphasis, links, and with line breaks as spaces. */
  readonly text: string;
  /** Seconds into the recording, or null. Of several passages before one time code each has it. */
  readonly at: number | null;
  readonly recording: string | null;
  /** Addresses inside the words. */
  readonly references: readonly string[];
}

export interface ReadStatement extends Span {
  readonly speaker: Span & { readonly printed: string };
  readonly rule: SpeakerRule;
  readonly spokenFor: SpokenFor;
  readonly passages: readonly ReadPassage[];
  /** Addresses of the written statement; one as a rule. */
  readonly written: readonly (Span & { readonly url: string })[];
  readonly meeting: string;
  readonly session: string;
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  readonly doubts: readonly Doubt[];
  readonly confidence: Confidence;
}

export const NOTE_PARTS = [
  'heading',
  'date',
  'speaker',
  'standing',
  'introduction',
  'quote',
  'reported',
  'cut',
  'time-code',
  'written-link',
  'link',
] as const;
export type NotePart = (typeof NOTE_PARTS)[number];
