import type { SpokenFor } from '../model/statement.ts';
import { cleanText } from './clean-text.ts';
import { type Confidence, confidenceOf, type Doubt, type DoubtCode } from './doubt.ts';
import { type Meter, newMeter } from './meter.ts';
import { isNoName, NAME, splitNames, VERBS } from './names.ts';
import { type Found, inSource, type Part, tile } from './parts.ts';
import { sentencesOf } from './sentences.ts';
import type { Span } from './span.ts';
import { readStanding, SPOKEN_FOR_ITSELF } from './spoken-for.ts';

export interface NamedDelegation extends Span {
  readonly name: string;
  readonly spokenFor: SpokenFor;
}

/** Words of record that a sentence itself uses. */
export const SAID = ['reservation', 'dissociation', 'concern', 'opposition', 'support', 'consensus'] as const;
export type Said = (typeof SAID)[number];

/** What a press summary says that delegations said: a report, never a quotation. Offsets in the source. */
export interface Attribution extends Span {
  readonly delegations: readonly NamedDelegation[];
  /** The sentence without the bracket that names them. */
  readonly text: string;
  readonly mentions: readonly Said[];
  /** Sentences of the same paragraph before it that name nobody. They are put to nobody's account. */
  readonly before: readonly (Span & { readonly text: string })[];
  readonly rule: 'bracket-behind' | 'name-and-verb';
  readonly doubts: readonly Doubt[];
  readonly confidence: Confidence;
}

export type PressPart = 'heading' | 'said' | 'delegations' | 'unattributed';

export interface PressSummary {
  readonly attributions: readonly Attribution[];
  /** Sentences that name no delegation. */
  readonly unattributed: readonly (Span & { readonly text: string })[];
  readonly parts: readonly Part<PressPart>[];
}

const MENTIONS: readonly (readonly [Said, RegExp])[] = [
  ['reservation', /\breserv(?:ation|ed)/i],
  ['dissociation', /\bdis(?:as)?sociat/i],
  ['concern', /\bconcern/i],
  ['opposition', /\boppos(?:ition|ed|e)\b/i],
  ['support', /\bsupport/i],
  ['consensus', /\bconsensus\b/i],
];
/** A bracket of at most 400 characters. */
const BRACKET = /\(([^()]{2,400})\)/g;
const ONE_NAME = new RegExp(`^${NAME}$`, 'u');
const SUBJECT = new RegExp(
  `^((?:According to |In the (?:view|words) of )?)(${NAME}(?:, ${NAME}){0,20}(?:,? and ${NAME})?)(,?\\s+(?:(?:(?:speaking|also|fully|strongly|both|which|who|has|have|had) ?){0,3}(?:${VERBS})\\b|(?:also )?(?:speaking )?on behalf of|align|associat)|,)`,
  'u',
);
const LINE = /\s+/g;

/** Names in a list, each with whom it speaks for; null if anything in it is no name. */
function delegationsIn(list: string, offset: number): NamedDelegation[] | null {
  const { names } = splitNames(list, offset);
  const all = names.map(({ text, start, end }): NamedDelegation | null => {
    const at = text.search(/,?\s(?:also\s)?(?:speaking\s)?(?:on behalf of|in the name of)\s/i);
    const standing =
      at < 0 ? null : readStanding(text, at + (/^[,\s]+/.exec(text.slice(at))?.[0].length ?? 0));
    const name = at < 0 ? text : text.slice(0, at);
    if (!ONE_NAME.test(name) || isNoName(name) || name.length > 80) return null;
    return { name, spokenFor: standing?.spokenFor ?? SPOKEN_FOR_ITSELF, start, end };
  });
  return all.length > 0 && all.every((one) => one !== null) ? all : null;
}

/** Whether a bracket only gives the abbreviation of the words before it: "Internet Governance Forum (IGF)". */
function isAbbreviation(inside: string, before: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{N}+-]{1,9}s?$/u.test(inside.trim())) return false;
  const capitals = (before.slice(-200).match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('');
  return capitals.endsWith(inside.trim().replace(/[^\p{Lu}]/gu, ''));
}

/** Reads a press summary. Any text, never throws; what names nobody stays nobody's. */
export function readPressSummary(source: string, meter: Meter = newMeter()): PressSummary {
  const clean = cleanText(source, meter);
  const { text } = clean;
  const found: Found<PressPart>[] = [];
  const attributions: Attribution[] = [];
  const unattributed: (Span & { text: string })[] = [];
  const put = (
    span: Span,
    said: string,
    delegations: readonly NamedDelegation[],
    rule: Attribution['rule'],
    before: readonly (Span & { text: string })[],
    codes: readonly DoubtCode[],
  ): void => {
    const doubts = codes.map((code) => ({ ...inSource(clean, span), code }));
    attributions.push({
      ...inSource(clean, span),
      delegations: delegations.map((one) => ({ ...one, ...inSource(clean, one) })),
      text: said.replace(LINE, ' ').trim(),
      mentions: MENTIONS.filter(([, form]) => form.test(said)).map(([word]) => word),
      before: before.map((one) => ({ ...one, ...inSource(clean, one) })),
      rule,
      doubts,
      confidence: confidenceOf(doubts),
    });
  };
  for (const { heading, sentences } of sentencesOf(clean, meter)) {
    let before: (Span & { text: string })[] = [];
    for (const span of sentences) {
      const sentence = text.slice(span.start, span.end);
      meter.steps += sentence.length;
      if (heading) {
        found.push({ ...span, kind: 'heading' });
        continue;
      }
      const naming = [...sentence.matchAll(BRACKET)].flatMap((match) => {
        const inside = match[1] as string;
        if (isAbbreviation(inside, sentence.slice(Math.max(0, match.index - 200), match.index))) return [];
        const delegations = delegationsIn(inside, span.start + match.index + 1);
        return delegations === null ? [] : [{ match, delegations }];
      });
      let at = span.start;
      for (const { match, delegations } of naming) {
        const open = span.start + match.index;
        const end = open + match[0].length;
        const ends = /^[\s.;:!?”"]*$/.test(text.slice(end, span.end));
        const codes: DoubtCode[] = [
          ...(ends ? [] : (['attributed-inside-sentence'] as const)),
          ...(before.length > 0 ? (['sentences-before'] as const) : []),
        ];
        put(
          { start: at, end: ends ? span.end : end },
          text.slice(at, open),
          delegations,
          'bracket-behind',
          before,
          codes,
        );
        found.push({ start: at, end: open, kind: 'said' }, { start: open, end, kind: 'delegations' });
        before = [];
        at = end;
      }
      if (naming.length > 0) {
        if (/[\p{L}\p{N}]/u.test(text.slice(at, span.end)))
          found.push({ start: at, end: span.end, kind: 'unattributed' });
        continue;
      }
      const subject = SUBJECT.exec(sentence);
      const names = subject?.[2] ?? '';
      const delegations =
        subject === null ? null : delegationsIn(names, span.start + (subject[1] as string).length);
      const standing = subject === null ? null : readStanding(sentence, subjectEnd(sentence, subject));
      const led = subject?.[1] !== '' || !/^,$/.test((subject?.[3] ?? '').trim()) || standing !== null;
      if (subject !== null && delegations !== null && led) {
        const spoken = delegations.map((one) =>
          standing === null ? one : { ...one, spokenFor: standing.spokenFor },
        );
        put(span, sentence, spoken, 'name-and-verb', [], []);
        found.push({ ...span, kind: 'said' });
        before = [];
        continue;
      }
      const one = { ...span, text: sentence.replace(LINE, ' ').trim() };
      before.push(one);
      unattributed.push({ ...one, ...inSource(clean, span) });
      found.push({ ...span, kind: 'unattributed' });
    }
  }
  return { attributions, unattributed, parts: tile(clean, found) };
}

function subjectEnd(sentence: string, subject: RegExpExecArray): number {
  const end = (subject[1] as string).length + (subject[2] as string).length;
  return end + (/^[,\s]*/.exec(sentence.slice(end))?.[0].length ?? 0);
}
