import type { ComparableBlock } from '../../../shared/compare/comparison.ts';

/** Invents texts and changes them as negotiators do, so that the truth about their links is known. Seeded. */

export type Random = () => number;

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for tests. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const VOCABULARY_SIZE = 4000;
const BOILERPLATE = [
  'taking into account national circumstances',
  'in accordance with international law',
  'for sustainable development',
  'including through capacity-building and technical assistance',
  'with the support of all relevant stakeholders',
];

function vocabulary(random: Random): string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  return Array.from({ length: VOCABULARY_SIZE }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(ONSETS) + pick(VOWELS)).join(''),
  );
}

/** Words as a text uses them: a few very often, most hardly ever. */
export class Writer {
  readonly random: Random;
  readonly #words: readonly string[];

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.#words = vocabulary(this.random);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  word(): string {
    return this.#words[Math.floor(this.#words.length * this.random() ** 3)] as string;
  }

  phrase(words: number): string[] {
    return Array.from({ length: words }, () => this.word());
  }

  paragraph(): string {
    const words = this.phrase(20 + this.below(60));
    if (this.random() < 0.6)
      words.splice(this.below(words.length), 0, BOILERPLATE[this.below(BOILERPLATE.length)] as string);
    for (let at = 8; at < words.length - 4; at += 8 + this.below(8)) words[at] += ',';
    const [first = ''] = words;
    words[0] = first.charAt(0).toUpperCase() + first.slice(1);
    return `${words.join(' ')};`;
  }

  /** Replaces, inserts and deletes a few phrases. */
  edit(text: string): string {
    const words = text.split(' ');
    for (let times = 1 + this.below(4); times > 0; times--) {
      const at = 1 + this.below(Math.max(1, words.length - 2));
      const length = 1 + this.below(3);
      const kind = this.below(3);
      words.splice(
        at,
        kind === 0 ? 0 : Math.min(length, words.length - 2),
        ...(kind === 1 ? [] : this.phrase(length)),
      );
    }
    return words.join(' ');
  }
}

export interface MutatedTexts {
  readonly from: readonly ComparableBlock[];
  readonly to: readonly ComparableBlock[];
  readonly links: readonly (readonly [number, number])[];
}

/** Of a hundred paragraphs: 56 stay, 26 are edited, 5 are removed, 5 move, 4 are split, 4 merge with the next. */
const SHARES = { stay: 0.56, edit: 0.82, remove: 0.87, move: 0.92, split: 0.96 } as const;
/** A new paragraph comes before one in so many. */
const NEW_EVERY = 16;

interface Made {
  readonly text: string;
  readonly from: readonly number[];
}

const numbered = (texts: readonly string[]): ComparableBlock[] =>
  texts.map((text, at) => ({ label: `${at + 1}`, text }));

/** Cuts at a word border near the middle. */
function halves(text: string): [string, string] {
  const words = text.split(' ');
  const middle = words.length >> 1;
  return [`${words.slice(0, middle).join(' ')};`, words.slice(middle).join(' ')];
}

export function mutatedTexts(seed: number, paragraphs: number): MutatedTexts {
  const writer = new Writer(seed);
  const old = Array.from({ length: paragraphs }, () => writer.paragraph());
  const made: Made[] = [];
  const moving: Made[] = [];
  for (let at = 0; at < old.length; at++) {
    const text = old[at] as string;
    if (writer.below(NEW_EVERY) === 0) made.push({ text: writer.paragraph(), from: [] });
    const chance = writer.random();
    if (chance < SHARES.stay) made.push({ text, from: [at] });
    else if (chance < SHARES.edit) made.push({ text: writer.edit(text), from: [at] });
    else if (chance < SHARES.remove) continue;
    else if (chance < SHARES.move)
      moving.push({ text: writer.random() < 0.5 ? text : writer.edit(text), from: [at] });
    else if (chance < SHARES.split) made.push(...halves(text).map((half) => ({ text: half, from: [at] })));
    else if (at + 1 < old.length) {
      made.push({ text: `${text} ${old[at + 1]}`, from: [at, at + 1] });
      at++;
    } else made.push({ text, from: [at] });
  }
  for (const block of moving) made.splice(writer.below(made.length + 1), 0, block);
  return {
    from: numbered(old),
    to: numbered(made.map((block) => block.text)),
    links: made.flatMap((block, at) => block.from.map((origin): [number, number] => [origin, at])),
  };
}
