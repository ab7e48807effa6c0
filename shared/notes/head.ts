import type { SpokenFor } from '../model/statement.ts';
import type { DoubtCode } from './doubt.ts';
import { isNoName, NAME, VERBS } from './names.ts';
import type { Span } from './span.ts';
import { joinStanding, readStanding, SPOKEN_FOR_ITSELF } from './spoken-for.ts';

/** The rule by which a speaker was recognised. */
export type SpeakerRule = 'emphasised-name' | 'name-and-colon' | 'name-and-verb' | 'name-on-own-line';

export interface Head {
  readonly speaker: Span;
  readonly name: string;
  readonly spokenFor: SpokenFor;
  /** Where it says how the speaker stands to others. */
  readonly standing: readonly Span[];
  /** Where what was said begins. */
  readonly end: number;
  readonly rule: SpeakerRule;
  /** Emphasis, or a colon, or a word on how the speaker stands: not a verb alone. */
  readonly strong: boolean;
  readonly doubts: readonly DoubtCode[];
}

/** Longest beginning of a paragraph that is looked at. */
const REACH = 600;
const STANDING =
  /[\s,(]*(?:\b(?:speaking|delivered|also|speaks|spoke|in the name|on behalf|align|associat)|\()/i;
const VERB = new RegExp(
  `\\s*,?\\s*(?:(?:also|further|then|again|has|had|fully|strongly)\\s+){0,3}(?:${VERBS})\\b`,
  'iuy',
);
const COLON = /\s*(?::|[–—](?=\s)|\s-(?=\s))/y;
const PLAIN = new RegExp(`${NAME}`, 'uy');
const QUOTE = /\s{0,2}["“„«‘「'`]/y;
/** A bracket behind a name that is no standing: whom it stands for in person, as printed. */
const APPOSITION =
  /\s?\((?:H\.E\.|Mr|Ms|Mrs|Dr|Prof|Minister|Ambassador|Vice|Deputy|Permanent|Head)[^()]{0,120}\)/y;

const sticky = (form: RegExp, text: string, at: number): number | null => {
  form.lastIndex = at;
  const found = form.exec(text);
  return found === null ? null : at + found[0].length;
};

/** Everything behind the name up to what was said; null: nothing shows that the name is a speaker's. */
function behindName(text: string, from: number): Omit<Head, 'speaker' | 'name' | 'rule'> | null {
  let at = from;
  let spokenFor = SPOKEN_FOR_ITSELF;
  const standing: Span[] = [];
  const doubts: DoubtCode[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const gap = /^[\s,]*(?:and\s+)?/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
    const read = readStanding(text, at + gap);
    if (read === null) break;
    spokenFor = joinStanding(spokenFor, read.spokenFor);
    standing.push({ start: at + gap, end: read.end });
    if (read.atAnd) doubts.push('names-parted-at-and');
    at = read.end;
  }
  const colon = sticky(COLON, text, at);
  if (colon !== null) return { spokenFor, standing, end: colon, strong: true, doubts };
  const verb = sticky(VERB, text, at);
  if (verb === null && standing.length === 0) return null;
  return { spokenFor, standing, end: at, strong: standing.length > 0, doubts };
}

/**
 * The speaker a paragraph begins with. `emphasis` is what stands between asterisks at its start. Without emphasis a
 * name must be followed by a colon and a quotation, or by a word on how the speaker stands; in notes that emphasise no
 * speaker (`loose`) a colon or a verb of saying is enough.
 */
export function readHead(text: string, block: Span, emphasis: Span | null, loose: boolean): Head | null {
  const window = text.slice(block.start, Math.min(block.end, block.start + REACH));
  const shift = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start });
  const made = (nameEnd: number, rule: SpeakerRule, doubts: readonly DoubtCode[]): Head | null => {
    const printed = window.slice(0, nameEnd).trimEnd();
    const behind = behindName(window, printed.length);
    if (printed === '' || behind === null) return null;
    return {
      ...behind,
      speaker: shift({ start: 0, end: printed.length }),
      name: printed.replace(/\s+/g, ' '),
      standing: behind.standing.map(shift),
      end: block.start + behind.end,
      rule,
      doubts: [...doubts, ...behind.doubts],
    };
  };
  if (emphasis !== null) {
    const set = window.slice(0, Math.min(emphasis.end - block.start, 200));
    if (!/^(?:\p{Lu}|\p{Lo}|H\.E)/u.test(set)) return null;
    const cut = STANDING.exec(set)?.index ?? set.length;
    const name = set.slice(0, cut).replace(/[\s:,–—-]+$/, '');
    return made(sticky(APPOSITION, window, name.length) ?? name.length, 'emphasised-name', []);
  }
  const found = sticky(PLAIN, window, 0);
  if (found === null) return null;
  const name = window.slice(0, found);
  if (name.length > 100 || isNoName(name)) return null;
  const head = made(sticky(APPOSITION, window, found) ?? found, 'name-and-colon', ['speaker-not-emphasised']);
  if (head === null) return null;
  const quoted = sticky(QUOTE, window, head.end - block.start) !== null;
  const colon = /[:–—-]\s*$/.test(text.slice(head.speaker.end, head.end));
  if (colon) return quoted || loose || head.standing.length > 0 ? head : null;
  return loose ? { ...head, rule: 'name-and-verb' } : null;
}
