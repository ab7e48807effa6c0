/** Marks of a run, from what it says itself, its styles and the defaults. */

import type { Marks } from '../../../shared/model/paragraph.ts';
import { child, type Element, valOf } from '../xml.ts';
import { type Reading, tally } from './reading.ts';
import { type CharacterLook, lookOf, type Style, said } from './styles.ts';
import { onOff } from './toggle.ts';

/** Formatting that is not kept, and told. */
export function tellFormatting(properties: Element | undefined, reading: Reading): void {
  if (properties === undefined) return;
  if (onOff(properties, 'strike') === true || onOff(properties, 'dstrike') === true)
    tally(reading, 'strike-through-dropped');
  if (onOff(properties, 'vanish') === true) tally(reading, 'hidden-text-kept');
  if (child(properties, 'rPrChange') !== undefined) tally(reading, 'formatting-changes-accepted');
  const highlight = valOf(properties, 'highlight');
  const raised = valOf(properties, 'vertAlign');
  if (
    onOff(properties, 'smallCaps') === true ||
    onOff(properties, 'caps') === true ||
    (highlight !== undefined && highlight !== 'none') ||
    (raised !== undefined && raised !== 'baseline')
  )
    tally(reading, 'formatting-dropped');
}

/** Bold and italic of nested styles cancel each other out; what the run itself says stands (17.7.3, toggle properties). */
function toggled(
  direct: boolean | null,
  what: (look: CharacterLook) => boolean | null,
  paragraphStyles: readonly Style[],
  runStyles: readonly Style[],
  defaults: CharacterLook,
): boolean {
  if (direct !== null) return direct;
  const byParagraph = said(paragraphStyles, (style) => what(style.look));
  const byRun = said(runStyles, (style) => what(style.look));
  if (byParagraph === null && byRun === null) return what(defaults) === true;
  return (byParagraph === true) !== (byRun === true);
}

/** `outer` are the styles of the paragraph, `inner` those of the run. */
export function marksOf(
  properties: Element | undefined,
  outer: readonly Style[],
  inner: readonly Style[],
  defaults: CharacterLook,
): Marks {
  const direct = lookOf(properties);
  const bold = toggled(direct.bold, (look) => look.bold, outer, inner, defaults);
  const italic = toggled(direct.italic, (look) => look.italic, outer, inner, defaults);
  const underline =
    direct.underline ??
    said(inner, (style) => style.look.underline) ??
    said(outer, (style) => style.look.underline) ??
    defaults.underline;
  return {
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(underline ? { underline: true as const } : {}),
  };
}
