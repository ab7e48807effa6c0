import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { Host } from '../../client/editor/host.ts';
import { ACTS } from '../../sim/binding/acts.ts';
import { Network } from '../../sim/binding/network.ts';
import { createSupply } from '../../sim/binding/supply.ts';
import { createRandom, type Random } from '../../sim/random.ts';

/** A remembered place: answers where it stands in the document now, or null if it cannot tell. */
export type Place = () => number | null;

/** One person's editor on a binding under test. */
export interface BoundPeer {
  readonly doc: Y.Doc;
  readonly host: Host;
  /** Remembers the two ends of a range, as the binding itself would remember a selection or a comment. */
  remember(from: number, to: number): readonly [Place, Place];
  destroy(): void;
}

/** Starts peers on equal documents with these paragraphs. */
export type Binding = (paragraphs: readonly string[], count: number) => BoundPeer[];

/** What went wrong in one simulation. */
export interface Losses {
  readonly lost: number;
  readonly doubled: number;
  readonly typed: number;
  readonly anchors: number;
  readonly anchorsLost: number;
  /** Whether the editors showed different texts when all was delivered. */
  readonly differ: boolean;
  /** Whether the binding threw. */
  readonly crashed: boolean;
}

/** Without moves and undo, which may double or take away by their nature. */
const FAIR = ACTS.filter(({ repeats }) => repeats !== true);

interface Remembered {
  readonly words: readonly string[];
  readonly places: readonly [Place, Place];
  readonly peer: BoundPeer;
}

/** The script of the binding's simulation, on any binding: three to five people, 200 steps, the same bad network. */
export function runScript(binding: Binding, seed: number, steps = 200): Losses {
  const random = createRandom(seed);
  const supply = createSupply();
  const paragraphs = Array.from({ length: 2 + random.below(5) }, () =>
    supply.characters(1 + random.below(12)),
  );
  const peers = binding(paragraphs, 3 + random.below(3));
  const network = new Network(
    peers.map(({ doc }) => doc),
    random,
  );
  const typed = new Set(paragraphs.flatMap((words) => [...words]));
  const removed = new Set<string>();
  const anchors: Remembered[] = [];
  let crashed = false;
  for (let step = 0; step < steps; step++) {
    if (random.chance(0.03)) network.partition();
    if (random.chance(0.03)) network.heal();
    const number = random.below(peers.length);
    const peer = peers[number] as BoundPeer;
    try {
      if (random.chance(0.45)) network.deliver(number);
      else act(peer, random, supply, typed, removed);
    } catch {
      crashed = true;
    }
    if (random.chance(0.1)) {
      const anchor = rememberWords(peer, random);
      if (anchor !== null) anchors.push(anchor);
    }
  }
  try {
    network.settle();
  } catch {
    crashed = true;
  }
  const losses = { ...count(peers, typed, removed), ...countAnchors(anchors, typed, removed), crashed };
  for (const peer of peers) peer.destroy();
  return losses;
}

function act(
  { host }: BoundPeer,
  random: Random,
  supply: ReturnType<typeof createSupply>,
  typed: Set<string>,
  removed: Set<string>,
): void {
  const before = host.state.doc.textContent;
  let left = random.below(FAIR.reduce((sum, { weight }) => sum + weight, 0));
  const chosen = FAIR.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  chosen?.run(host, random, supply);
  const after = host.state.doc.textContent;
  for (const character of after) if (!before.includes(character)) typed.add(character);
  for (const character of before) if (!after.includes(character)) removed.add(character);
}

function rememberWords(peer: BoundPeer, random: Random): Remembered | null {
  const { doc } = peer.host.state;
  const places: number[] = [];
  doc.descendants((node: Node, position: number) => {
    for (let i = 0; i < (node.text?.length ?? 0); i++)
      if (!/[\uDC00-\uDFFF]/.test(node.text?.[i] ?? '')) places.push(position + i);
  });
  if (places.length === 0) return null;
  const from = random.pick(places);
  const at = doc.resolve(from);
  let to = Math.min(at.end(), from + 2 + random.below(6));
  if (/[\uDC00-\uDFFF]/.test(at.parent.textContent[to - at.start()] ?? '')) to += 1;
  return { words: [...doc.textBetween(from, to)], places: peer.remember(from, to), peer };
}

function count(
  peers: readonly BoundPeer[],
  typed: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): Pick<Losses, 'lost' | 'doubled' | 'typed' | 'differ'> {
  const shown = peers.map(({ host }) => host.state.doc.toString());
  const words = [...(peers[0] as BoundPeer).host.state.doc.textContent];
  let lost = 0;
  let doubled = 0;
  for (const character of typed) {
    const times = words.filter((one) => one === character).length;
    if (times === 0 && !removed.has(character)) lost += 1;
    if (times > 1) doubled += times - 1;
  }
  return { lost, doubled, typed: typed.size, differ: shown.some((one) => one !== shown[0]) };
}

/** An anchor with characters that nobody removed is lost if its range no longer holds them. */
function countAnchors(
  anchors: readonly Remembered[],
  typed: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): Pick<Losses, 'anchors' | 'anchorsLost'> {
  let standing = 0;
  let lost = 0;
  for (const { words, places, peer } of anchors) {
    const stays = words.filter((character) => typed.has(character) && !removed.has(character));
    if (stays.length === 0) continue;
    standing += 1;
    const [from, to] = places.map((place) => {
      try {
        return place();
      } catch {
        return null;
      }
    }) as [number | null, number | null];
    const { doc } = peer.host.state;
    const held =
      from === null || to === null || to < from || to > doc.content.size ? '' : doc.textBetween(from, to);
    if (!stays.every((character) => held.includes(character))) lost += 1;
  }
  return { anchors: standing, anchorsLost: lost };
}
