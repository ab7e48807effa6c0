import type { ParagraphId } from '../../../shared/model/ids.ts';

/** Sections of the page, in order; each is the fragment that leads to it. */
export const SECTIONS = [
  'adoption',
  'roadmap',
  'versions',
  'text',
  'declarations',
  'silence',
  'positions',
  'inputs',
  'statements',
  'proof',
] as const;
export type RecordSection = (typeof SECTIONS)[number];

export const declarationAnchor = (id: string): string => `declaration-${id}`;
export const paragraphAnchor = (id: ParagraphId): string => `p-${id}`;
