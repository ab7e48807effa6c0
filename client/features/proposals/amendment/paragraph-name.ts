import type { Messages } from '../../../ui/messages.ts';

/** Characters of a paragraph without a label that name it. */
const NAMED_BY = 40;

/** What people call a paragraph: its label, or how it begins. */
export function paragraphName(label: string, text: string, t: Messages['t']): string {
  if (label !== '') return label;
  const words = text.trim();
  const short = words.length <= NAMED_BY ? words : `${words.slice(0, NAMED_BY).replace(/\s+\S*$/u, '')} …`;
  return t('proposals.noLabel', { words: short });
}
