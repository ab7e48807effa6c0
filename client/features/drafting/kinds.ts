import type { ParagraphKind } from '../../../shared/model/paragraph.ts';
import { EDITOR_KEYS } from '../../editor/keys.ts';

/** The choices of the kind menu, in the order they are listed. */
export const KIND_CHOICES = [
  { value: 'operative', kind: 'operative', level: 0, keys: EDITOR_KEYS.operative },
  { value: 'preambular', kind: 'preambular', level: 0, keys: EDITOR_KEYS.preambular },
  { value: 'plain', kind: 'plain', level: 0, keys: EDITOR_KEYS.plain },
  { value: 'item1', kind: 'item', level: 1, keys: EDITOR_KEYS.item },
  { value: 'item2', kind: 'item', level: 2, keys: null },
  { value: 'item3', kind: 'item', level: 3, keys: null },
  { value: 'item4', kind: 'item', level: 4, keys: null },
  { value: 'title', kind: 'title', level: 0, keys: EDITOR_KEYS.title },
  { value: 'heading1', kind: 'heading', level: 1, keys: EDITOR_KEYS.heading1 },
  { value: 'heading2', kind: 'heading', level: 2, keys: EDITOR_KEYS.heading2 },
  { value: 'heading3', kind: 'heading', level: 3, keys: EDITOR_KEYS.heading3 },
] as const satisfies readonly {
  value: string;
  kind: ParagraphKind;
  level: number;
  keys: string | null;
}[];
export type KindChoice = (typeof KIND_CHOICES)[number];

/** The choice that a paragraph shows, or undefined for several kinds at once. */
export const kindChoice = (kind: ParagraphKind | null, level: number): KindChoice | undefined =>
  KIND_CHOICES.find((choice) => choice.kind === kind && choice.level === level);
