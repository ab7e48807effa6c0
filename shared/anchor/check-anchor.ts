import type { Anchor } from '../model/anchor.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { IndexedText } from './indexed-text.ts';
import type { LiveText } from './live-text.ts';
import { makeAnchor, type Pointed } from './make-anchor.ts';
import { relativeRange } from './relative.ts';
import { resolveAnchor } from './resolve.ts';

/** What an anchor points at, without what follows from the text. */
export function pointedAt(anchor: Anchor): Pointed {
  switch (anchor.scope) {
    case 'text':
      return { scope: 'text' };
    case 'absent':
      return { scope: 'absent', after: anchor.paragraph };
    case 'paragraph':
      return { scope: 'paragraph', paragraph: anchor.paragraph };
    case 'words':
      return { scope: 'words', paragraph: anchor.paragraph, start: anchor.start, end: anchor.end };
  }
}

/**
 * An anchor that came from outside, made anew from the text it names: label and context are the text's, never the
 * sender's. `not-found`: unknown paragraph; `invalid-fields`: offsets outside it; `text-changed`: other words stand
 * there than were quoted.
 */
export function checkAnchor(anchor: Anchor, text: IndexedText): Result<Anchor, Problem> {
  const made = makeAnchor(anchor.text, text, pointedAt(anchor));
  if (!made.ok || made.value.scope === 'text' || anchor.scope === 'text') return made;
  const said = made.value.quote;
  const same =
    anchor.scope === 'absent' ? said.prefix.endsWith(anchor.quote.prefix) : said.exact === anchor.quote.exact;
  return same ? made : fail(otherWords());
}

/**
 * The same on the working text, which may have changed since the anchor was made: words that moved meanwhile are
 * followed, and the anchor is made anew where they stand now, with relative positions read from this text.
 */
export function checkLiveAnchor(anchor: Anchor, live: LiveText): Result<Anchor, Problem> {
  const place = resolveAnchor(anchor, live, live);
  if (anchor.scope === 'text') return makeAnchor('working', live, { scope: 'text' });
  if (place.resolution !== 'found' && place.resolution !== 'moved') {
    // Tell an unknown paragraph or impossible offsets from words that changed.
    const checked = checkAnchor(anchor, live);
    return checked.ok ? fail(otherWords()) : checked;
  }
  const pointed: Pointed =
    anchor.scope === 'absent' || place.paragraph === null
      ? { scope: 'absent', after: place.paragraph }
      : anchor.scope === 'paragraph'
        ? { scope: 'paragraph', paragraph: place.paragraph }
        : { scope: 'words', paragraph: place.paragraph, start: place.start, end: place.end };
  const made = makeAnchor('working', live, pointed);
  if (!made.ok || made.value.scope !== 'words') return made;
  const { paragraph, start, end } = made.value;
  return ok({ ...made.value, relative: relativeRange(live, paragraph, start, end) });
}

const otherWords = (): Problem =>
  problem(
    'text-changed',
    'Other words stand there now than the ones you selected. Nothing of what you wrote is lost: select the words again and send it once more.',
    [{ field: 'anchor.quote', problem: 'does not stand there' }],
  );
