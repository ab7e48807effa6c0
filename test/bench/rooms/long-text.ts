import * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { insertTokens } from '../../../shared/text/edit.ts';
import { splitFrom } from '../../../shared/text/lineage.ts';
import { type ParagraphHead, TEXT_NAME } from '../../../shared/text/marker.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { createRandom, type Random } from '../../sim/random.ts';

/*
 * A long text as negotiators leave it behind: a paper is brought in, then a handful of people type at it for weeks,
 * key by key, with slips, second thoughts, whole sentences taken out and paragraphs cut in two. The same seed gives
 * the same bytes. It is made on one document whose clientID changes with the typist, so that nothing is concurrent:
 * what a server holds, sends and loads does not depend on that.
 */

/** One Yjs update, made by one of the typists. */
export interface TypedUpdate {
  /** 0 to `typists` - 1. */
  readonly typist: number;
  readonly client: number;
  /** Yjs update, encoding version 1. */
  readonly update: Uint8Array;
}

export interface LongText {
  /** The paper brought in, then one update a key. */
  readonly updates: readonly TypedUpdate[];
  /** All of them together: what a server that kept only the state would have. */
  readonly state: Uint8Array;
  /** The state after the first `count` updates. */
  stateAfter(count: number): Uint8Array;
  readonly words: number;
  readonly paragraphs: number;
  readonly typists: number;
}

export interface LongTextSize {
  readonly seed: number;
  readonly words: number;
  readonly keystrokes: number;
  readonly typists: number;
}

/** The size that figures are given for. */
export const LONG_TEXT: LongTextSize = { seed: 1, words: 15_000, keystrokes: 100_000, typists: 8 };

/** Keys after which a typist has reloaded the page, and so types under another clientID. */
const KEYS_A_SESSION = 2_500;
/** Share of the words that are brought in with the paper. */
const BROUGHT_IN = 1 / 3;
/** Of a hundred characters typed, how many are slips that are taken back at once. */
const SLIPS = 0.04;

const listed = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

/** Two of five words of such a text are these. */
const SMALL_WORDS = listed(
  `the of and to in for that with all on by as or its their this each other those which under within through from
  are is be been has have will shall should may not also including such more between among into while where when`,
);
const SMALL_SHARE = 0.4;

/** The others are made of a stem and an ending, so that there are many and few come often. */
const STEMS = listed(
  `govern develop recogn affirm encourag strengthen promot ensur consider support implement review cooper capacit
  build digit inclus access infrastructur technolog standard measur stakehold organis communit country region nation
  sustain effect appropriat voluntar transpar meaning afford secur open relevant exist futur framework process
  mechan princip commit resourc assist inform knowledg skill servic data right obligat respons partner financ
  invest educat health cultur languag climat energ water equal gender youth disab rural remot connect network
  interoper privac protect trust safet risk harm benefit opportun challeng divid gap bridg monitor report evaluat`,
);
const ENDINGS = listed(
  'ment ation ing ed es ity ive al ance able ers ies ional y s e ly ary ment ation ing ed',
);

const wordOf = (random: Random): string =>
  random.chance(SMALL_SHARE)
    ? random.pick(SMALL_WORDS)
    : // The lower of two draws: the first stems come most often.
      `${STEMS[Math.min(random.below(STEMS.length), random.below(STEMS.length))]}${random.pick(ENDINGS)}`;

interface TypedParagraph {
  readonly head: ParagraphHead;
  words: string;
}

export function createLongText(size: LongTextSize = LONG_TEXT): LongText {
  const random = createRandom(size.seed);
  const doc = new Y.Doc();
  const text = doc.getText(TEXT_NAME);
  const paragraphs = paperOf(Math.round(size.words * BROUGHT_IN), random);
  const clients = Array.from({ length: size.typists }, () => 0);
  const keysLeft = [...clients];
  const updates: TypedUpdate[] = [];
  let typist = 0;
  doc.on('update', (update: Uint8Array) => updates.push({ typist, client: doc.clientID, update }));

  const sit = (next: number): void => {
    typist = next;
    if ((keysLeft[typist] as number) <= 0) {
      clients[typist] = random.below(2 ** 32);
      keysLeft[typist] = KEYS_A_SESSION;
    }
    doc.clientID = clients[typist] as number;
  };
  sit(0);
  doc.transact(() => insertParagraphs(text, 0, paragraphs.map(asParagraph)));
  let words = wordsIn(paragraphs);
  const hand = createHand(text, paragraphs, random, () => updates.length - 1 < size.keystrokes);
  const begun = words;
  while (updates.length - 1 < size.keystrokes) {
    sit(random.below(size.typists));
    const before = updates.length;
    const wanted = begun + ((size.words - begun) * before) / size.keystrokes;
    words += words < wanted ? hand.write() : hand.correct();
    (keysLeft[typist] as number) -= updates.length - before;
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return {
    updates,
    state,
    stateAfter: (count) => stateOf(updates.slice(0, count)),
    words: wordsIn(paragraphs),
    paragraphs: paragraphs.length,
    typists: size.typists,
  };
}

function stateOf(updates: readonly TypedUpdate[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

const countWords = (words: string): number => words.split(' ').filter((word) => word !== '').length;
const wordsIn = (paragraphs: readonly TypedParagraph[]): number =>
  paragraphs.reduce((sum, { words }) => sum + countWords(words), 0);

const headNumbered = (number: number): ParagraphHead => ({
  id: `p-${number}` as ParagraphId,
  kind: number === 0 ? 'title' : number % 12 === 0 ? 'heading' : 'operative',
  level: number !== 0 && number % 12 === 0 ? 1 : 0,
  dir: 'auto',
  from: [],
  pinned: null,
});

const asParagraph = ({ head, words }: TypedParagraph): Paragraph => ({ ...head, runs: [{ text: words }] });

function sentenceOf(random: Random): string {
  const words = Array.from({ length: 6 + random.below(20) }, () => wordOf(random));
  return `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;
}

/** Paragraphs of one to four sentences with about as many words as wanted. */
function paperOf(wanted: number, random: Random): TypedParagraph[] {
  const paragraphs: TypedParagraph[] = [];
  for (let words = 0; words < wanted; ) {
    const sentences = Array.from({ length: 1 + random.below(4) }, () => sentenceOf(random)).join(' ');
    paragraphs.push({ head: headNumbered(paragraphs.length), words: sentences });
    words += countWords(sentences);
  }
  return paragraphs;
}

/** What a typist does in one go. Each act answers by how many words the text has grown, about. */
interface Hand {
  /** A new sentence, now and then in a paragraph of its own. */
  write(): number;
  /** Another word for one, a sentence taken out, a paragraph cut in two. */
  correct(): number;
}

function createHand(
  text: Y.Text,
  paragraphs: TypedParagraph[],
  random: Random,
  keysAreLeft: () => boolean,
): Hand {
  let newest = paragraphs.length;
  const startOf = (number: number): number =>
    paragraphs.slice(0, number).reduce((sum, { words }) => sum + words.length + 1, 1);
  const put = (number: number, offset: number, typed: string, start: number): void => {
    const paragraph = paragraphs[number] as TypedParagraph;
    text.insert(start + offset, typed);
    paragraph.words = paragraph.words.slice(0, offset) + typed + paragraph.words.slice(offset);
  };
  const take = (number: number, offset: number, length: number, start: number): void => {
    const paragraph = paragraphs[number] as TypedParagraph;
    text.delete(start + offset, length);
    paragraph.words = paragraph.words.slice(0, offset) + paragraph.words.slice(offset + length);
  };
  /** Key by key, slips and all. */
  const type = (number: number, offset: number, typed: string): void => {
    const start = startOf(number);
    let at = offset;
    for (const character of typed) {
      if (random.chance(SLIPS) && keysAreLeft()) {
        put(number, at, random.pick(['e', 't', 'n', 'r', 's']), start);
        if (keysAreLeft()) take(number, at, 1, start);
      }
      if (!keysAreLeft()) return;
      put(number, at, character, start);
      at += 1;
    }
  };
  /** Enter: the words right of it go below, under a new marker. */
  const cut = (number: number, offset: number): void => {
    const { head, words } = paragraphs[number] as TypedParagraph;
    const below: ParagraphHead = {
      id: `p-${newest}` as ParagraphId,
      kind: 'operative',
      level: 0,
      dir: 'auto',
      from: offset === words.length ? [] : splitFrom(head),
      pinned: null,
    };
    newest += 1;
    const start = startOf(number);
    text.doc?.transact(() => insertTokens(text, start + offset, [{ kind: 'marker', head: below }]));
    (paragraphs[number] as TypedParagraph).words = words.slice(0, offset);
    paragraphs.splice(number + 1, 0, { head: below, words: words.slice(offset) });
  };
  const somewhere = (): number => random.below(paragraphs.length);
  const reword = (): number => {
    const number = somewhere();
    const { words } = paragraphs[number] as TypedParagraph;
    const found = [...words.matchAll(/[a-z]{3,}/g)];
    if (found.length === 0) return 0;
    const { 0: word, index } = random.pick(found);
    const start = startOf(number);
    for (let k = word.length; k > 0 && keysAreLeft(); k -= 1) take(number, index + k - 1, 1, start);
    type(number, index, random.chance(0.3) ? `${wordOf(random)} ${wordOf(random)}` : wordOf(random));
    return 0;
  };
  return {
    write() {
      let number = somewhere();
      const sentence = sentenceOf(random);
      if (random.chance(0.3)) {
        cut(number, (paragraphs[number] as TypedParagraph).words.length);
        number += 1;
      }
      const { words } = paragraphs[number] as TypedParagraph;
      type(number, words.length, words === '' ? sentence : ` ${sentence}`);
      return countWords(sentence);
    },
    correct() {
      const number = somewhere();
      const { words } = paragraphs[number] as TypedParagraph;
      const ends = [...words.matchAll(/\. /g)].map(({ index }) => index + 2);
      const [end] = ends;
      if (end === undefined || random.chance(0.9)) return reword();
      if (random.chance(0.5)) {
        cut(number, random.pick(ends));
        return 0;
      }
      take(number, 0, end, startOf(number));
      return -countWords(words.slice(0, end));
    },
  };
}
