import * as Y from 'yjs';
import { bindText } from '../../../client/editor/binding/bind-text.ts';
import { documentOf } from '../../../client/editor/binding/document.ts';
import { textSchema } from '../../../client/editor/schema/extensions.ts';
import { between } from '../../../shared/anchor/between.ts';
import { indexLive, type LiveText } from '../../../shared/anchor/live-text.ts';
import { relativeRange } from '../../../shared/anchor/relative.ts';
import { resolveAnchor } from '../../../shared/anchor/resolve.ts';
import type { Anchor, Place, Resolution } from '../../../shared/model/anchor.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { randomAnchor } from '../../bench/anchors/random-anchors.ts';
import { createHost, type Host } from '../../client/editor/host.ts';
import type { Act } from '../binding/acts.ts';
import { NETWORK, Network } from '../binding/network.ts';
import { createSupply, type Supply } from '../binding/supply.ts';
import { createRandom, type Random } from '../random.ts';
import { EDITS } from './acts.ts';
import { charactersOf, Provenance } from './provenance.ts';

const schema = textSchema();

interface Peer {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly host: Host;
}

/** An anchor with the characters it was put on. */
interface Put {
  readonly anchor: Anchor;
  readonly roots: ReadonlySet<string>;
}

export type Counts = Record<Resolution, number> & {
  /** Orphans of which most characters stand together in one paragraph: somebody might have found them. */
  avoidable: number;
};

export interface Plan {
  readonly rounds: number;
  readonly steps: number;
  /** Comments are put anywhere, proposals on whole paragraphs. */
  readonly comments: number;
  readonly proposals: number;
}

const CLIENTS = 6;

/**
 * Six people edit a text over a bad network. Comments and proposals are put on it in the first round; after every
 * round all are looked for in a clone of the text, as a server does, and compared with the characters they were put
 * on. Throws when one points at others. The same seed always does the same.
 */
export function simulateAnchors(seed: number, paragraphs: readonly Paragraph[], plan: Plan): Counts {
  const random = createRandom(seed);
  const supply = createSupply();
  const provenance = new Provenance();
  const peers = createPeers(paragraphs, supply, random);
  const network = new Network(
    peers.map(({ doc }) => doc),
    random,
  );
  const put: Put[] = [];
  const counts: Counts = { found: 0, moved: 0, changed: 0, orphan: 0, avoidable: 0 };
  try {
    for (let round = 0; round < plan.rounds; round++) {
      for (let step = 0; step < plan.steps; step++) {
        if (random.chance(0.02)) network.partition();
        if (random.chance(0.03)) network.heal();
        const number = random.below(CLIENTS);
        const peer = peers[number] as Peer;
        if (random.chance(0.45)) network.deliver(number);
        else {
          const act = pickAct(random);
          provenance.watch(peer.text, () => act.run(peer.host, random, supply));
        }
        const total = plan.comments + plan.proposals;
        if (round === 0 && put.length < total && step * total >= put.length * plan.steps)
          put.push(putAnchor(peer.text, provenance, random, put.length >= plan.comments));
      }
      network.settle();
      judge(seed, round, (peers[0] as Peer).doc, put, provenance, counts);
    }
    return counts;
  } finally {
    for (const { host, doc } of peers) {
      host.destroy();
      doc.destroy();
    }
  }
}

function createPeers(paragraphs: readonly Paragraph[], supply: Supply, random: Random): Peer[] {
  const first = new Y.Doc();
  first.clientID = 1;
  insertParagraphs(first.getText('text'), 0, paragraphs);
  const start = Y.encodeStateAsUpdate(first);
  return Array.from({ length: CLIENTS }, (_, number) => {
    const doc = new Y.Doc();
    doc.clientID = 10 + number;
    Y.applyUpdate(doc, start, NETWORK);
    const text = doc.getText('text');
    const captureTimeout = random.chance(0.5) ? 0 : Number.POSITIVE_INFINITY;
    return {
      doc,
      text,
      host: createHost(documentOf(text, schema), [bindText(text, { newId: supply.id, captureTimeout })]),
    };
  });
}

const WEIGHT = EDITS.reduce((sum, { weight }) => sum + weight, 0);

function pickAct(random: Random): Act {
  let left = random.below(WEIGHT);
  for (const act of EDITS) {
    left -= act.weight;
    if (left < 0) return act;
  }
  throw new Error('no act');
}

function putAnchor(text: Y.Text, provenance: Provenance, random: Random, proposal: boolean): Put {
  const live = indexLive(text);
  let anchor = randomAnchor('working', live, random);
  while (proposal && anchor.scope !== 'paragraph') anchor = randomAnchor('working', live, random);
  if (anchor.scope === 'words')
    anchor = { ...anchor, relative: relativeRange(live, anchor.paragraph, anchor.start, anchor.end) };
  const { paragraph, start, end } = ownRange(anchor, live);
  const units = charactersOf(text)[live.numbers.get(paragraph) ?? -1] ?? [];
  return { anchor, roots: new Set(units.slice(start, end).map(({ id }) => provenance.rootOf(id))) };
}

function ownRange(anchor: Anchor, live: LiveText) {
  if (anchor.scope === 'text' || anchor.paragraph === null) throw new Error('not put on a paragraph');
  const { length } = live.paragraphs[live.numbers.get(anchor.paragraph) as number]?.text ?? '';
  const { paragraph } = anchor;
  if (anchor.scope === 'words') return { paragraph, start: anchor.start, end: anchor.end };
  // What is missing stands behind the last word: that word is what must be found again.
  return anchor.scope === 'paragraph'
    ? { paragraph, start: 0, end: length }
    : { paragraph, start: Math.max(0, length - LAST), end: length };
}

/** Characters at the end of a paragraph that say where it ends. */
const LAST = 12;

function judge(
  seed: number,
  round: number,
  doc: Y.Doc,
  put: readonly Put[],
  provenance: Provenance,
  counts: Counts,
): void {
  const clone = new Y.Doc();
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc));
  const live = indexLive(clone.getText('text'));
  const characters = charactersOf(clone.getText('text')).map((units) =>
    units.map(({ id, unit }) => ({ root: provenance.rootOf(id), unit })),
  );
  for (const one of put) {
    const place = resolveAnchor(one.anchor, live, live);
    counts[place.resolution] += 1;
    if (place.resolution === 'orphan') {
      if (characters.some((units) => most(units.filter(({ root }) => one.roots.has(root)).length, one)))
        counts.avoidable += 1;
      continue;
    }
    const wrong = wrongIn(one, place, live, characters);
    if (wrong !== null)
      throw new Error(
        `seed ${seed}, round ${round}: ${wrong}\n${JSON.stringify(one.anchor)}\n${JSON.stringify(place)}\n` +
          `${live.paragraphs.find(({ id }) => id === place.paragraph)?.text}`,
      );
  }
  clone.destroy();
}

/** Share of an anchor's characters that makes an orphan avoidable. */
const most = (count: number, { roots }: Put): boolean => count >= 0.75 * roots.size && roots.size > 0;

/** What is wrong about a place, by the characters that truly stand there; null if nothing is. */
function wrongIn(
  { anchor, roots }: Put,
  { paragraph, start, end, resolution }: Place,
  live: LiveText,
  characters: readonly (readonly { readonly root: string; readonly unit: string }[])[],
): string | null {
  if (anchor.scope === 'text' || paragraph === null) return null;
  const units = characters[live.numbers.get(paragraph) as number] ?? [];
  const exact = resolution !== 'changed';
  if (anchor.scope === 'absent') {
    const behind = units.slice(Math.max(0, end - LAST), end);
    const own = behind.filter(({ root }) => roots.has(root)).length;
    return exact && roots.size > 0 && own === 0 ? 'none of the last characters stands before it' : null;
  }
  const there = units.slice(start, end);
  const own = there.filter(({ root }) => roots.has(root)).length;
  if (exact && there.map(({ unit }) => unit).join('') !== anchor.quote.exact)
    return 'other words stand there';
  // The paragraph itself, said to have changed, is what was pointed at.
  if (anchor.scope === 'paragraph' && !exact && paragraph === anchor.paragraph) return null;
  if (anchor.scope === 'paragraph')
    return roots.size > 0 && own < 0.2 * roots.size
      ? `only ${own} of ${roots.size} characters stand there`
      : null;
  // Rewritten between its own ends: then the words count, since nobody sees which letters were typed anew.
  if (!exact && isBetween(anchor, live, paragraph, start, end)) {
    const [first, last] = [/[\p{L}\p{N}]+/u, /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u].map(
      (pattern) => pattern.exec(there.map(({ unit }) => unit).join(''))?.[0] ?? '',
    );
    const quoted = anchor.scope === 'words' ? anchor.quote.exact : '';
    if (quoted.includes(first as string) && quoted.includes(last as string)) return null;
  }
  if (own < 0.5 * roots.size) return `only ${own} of ${roots.size} characters stand there`;
  // What reads letter for letter as a part of the quote, between its own ends, was typed again: nobody could tell.
  if (anchor.quote.exact.includes(there.map(({ unit }) => unit).join(''))) return null;
  const solid = there.filter(({ unit }) => unit !== ' ');
  if (!roots.has(solid[0]?.root ?? '')) return 'it begins with a character it was not put on';
  if (!roots.has(solid.at(-1)?.root ?? '')) return 'it ends with a character it was not put on';
  return null;
}

/** Whether a place lies between the ends that an anchor keeps in the text. */
function isBetween(anchor: Anchor, live: LiveText, paragraph: string, start: number, end: number): boolean {
  if (anchor.scope !== 'words' || anchor.relative === null) return false;
  const stretches = between(live, anchor.relative)?.stretches ?? [];
  return stretches.some(
    (one) => live.paragraphs[one.number]?.id === paragraph && one.start <= start && one.end >= end,
  );
}
