import type { RollingParagraph, RollingText } from '../../model/rolling.ts';
import { printLabel } from '../../text/printed-label.ts';
import { spansOf } from './spans.ts';

/** A label as it is printed; an alternative's is complete as it is. */
export const rollingLabel = ({ role, label }: RollingParagraph): string =>
  label === '' ? '' : role === 'alternative' ? label : printLabel(label);

/** One paragraph on one line. */
export function printRollingParagraph(paragraph: RollingParagraph): string {
  const words = spansOf(paragraph)
    .map(({ text }) => text)
    .join('');
  return [rollingLabel(paragraph), words].filter((part) => part !== '').join(' ');
}

/** The whole compilation as plain text: the words and brackets that every other print says too. */
export const printRollingText = ({ paragraphs }: RollingText): string =>
  paragraphs.map(printRollingParagraph).join('\n\n');
