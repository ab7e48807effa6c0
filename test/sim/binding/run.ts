import { TextSelection } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { bindText } from '../../../client/editor/binding/bind-text.ts';
import { isEditorOrigin } from '../../../client/editor/binding/binding-state.ts';
import { fromRelativeSelection, toRelativeSelection } from '../../../client/editor/binding/carets.ts';
import { documentOf } from '../../../client/editor/binding/document.ts';
import { textSchema } from '../../../client/editor/schema/extensions.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { PARAGRAPH_KINDS } from '../../../shared/model/paragraph.ts';
import { levelFor } from '../../../shared/text/marker.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { createHost, type Host } from '../../client/editor/host.ts';
import { createRandom, type Random } from '../random.ts';
import { ACTS, type Act } from './acts.ts';
import { type Anchor, type AnchorCount, countAnchors, placeAnchor } from './anchors.ts';
import { Ledger } from './ledger.ts';
import { NETWORK, Network } from './network.ts';
import { difference, shownByEditor } from './oracle.ts';
import { createSupply, type Supply } from './supply.ts';

const schema = textSchema();

interface Peer {
  readonly text: Y.Text;
  readonly doc: Y.Doc;
  readonly host: Host;
}

export interface Outcome {
  readonly steps: number;
  readonly anchors: AnchorCount;
}

/** Something that must not happen, with what led to it. */
class Broken extends Error {}

/**
 * Three to five people edit one text for 200 steps over a bad network; then all is delivered. Throws at the first
 * thing that is not as promised. The same seed always does the same.
 */
export function simulate(seed: number, steps = 200, acts: readonly Act[] = ACTS): Outcome {
  const random = createRandom(seed);
  const supply = createSupply();
  const ledger = new Ledger();
  const peers = createPeers(random, supply, ledger);
  const network = new Network(
    peers.map(({ doc }) => doc),
    random,
  );
  const anchors: Anchor[] = [];
  const log: string[] = [];
  try {
    for (let step = 0; step < steps; step++) {
      if (random.chance(0.03)) network.partition();
      if (random.chance(0.03)) network.heal();
      const number = random.below(peers.length);
      const peer = peers[number] as Peer;
      if (random.chance(0.45)) {
        log.push(`${step}: ${number} receives`);
        receive(peer, () => network.deliver(number));
      } else {
        const act = pickAct(acts, random);
        log.push(`${step}: ${number} ${act.name}`);
        perform(peer, act, random, supply, ledger);
      }
      check(peer);
      if (random.chance(0.1)) {
        const anchor = placeAnchor(peer.text, random);
        if (anchor !== null) anchors.push(anchor);
      }
    }
    network.settle();
    for (const peer of peers) check(peer);
    checkEqual(peers);
    checkCharacters(peers[0] as Peer, ledger);
    const counted = countAnchors((peers[0] as Peer).text, anchors, ledger);
    if (counted.lost > 0) throw new Broken(`${counted.lost} of ${counted.standing} anchors lost their words`);
    return { steps, anchors: counted };
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${log.slice(-6).join('\n')}`, {
      cause: error,
    });
  } finally {
    for (const { host, doc } of peers) {
      host.destroy();
      doc.destroy();
    }
  }
}

function createPeers(random: Random, supply: Supply, ledger: Ledger): Peer[] {
  const first = new Y.Doc();
  first.clientID = 1;
  const paragraphs = Array.from({ length: 2 + random.below(5) }, () => {
    const kind = random.pick(PARAGRAPH_KINDS);
    return {
      id: supply.id() as ParagraphId,
      kind,
      level: levelFor(kind, 1),
      dir: 'auto' as const,
      from: [],
      pinned: null,
      runs: [{ text: supply.characters(random.below(12) + 1) }],
    };
  });
  for (const { runs } of paragraphs) for (const { text } of runs) ledger.begin(text);
  insertParagraphs(first.getText('text'), 0, paragraphs);
  if (random.chance(0.2)) spoil(first.getText('text'), random, supply, ledger);
  const start = Y.encodeStateAsUpdate(first);
  return Array.from({ length: 3 + random.below(3) }, (_, number) => {
    const doc = new Y.Doc();
    doc.clientID = 10 + number;
    Y.applyUpdate(doc, start, NETWORK);
    const text = doc.getText('text');
    // Undo groups typing by the clock; for replay either everything or nothing is grouped.
    const captureTimeout = random.chance(0.5) ? 0 : Number.POSITIVE_INFINITY;
    const plugin = bindText(text, { newId: supply.id, captureTimeout });
    const host = createHost(documentOf(text, schema), [plugin]);
    ledger.watch(doc, (origin) => isEditorOrigin(origin) || origin instanceof Y.UndoManager);
    return { text, doc, host };
  });
}

/** What no client of ours writes, but another may: the binding must show and keep it all the same. */
function spoil(text: Y.Text, random: Random, supply: Supply, ledger: Ledger): void {
  const words = supply.characters(3);
  ledger.begin(words);
  text.insert(0, words);
  const place = (): number => {
    const units = (text.toDelta() as { insert: unknown }[])
      .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
      .join('');
    const index = random.below(units.length);
    return /[\uDC00-\uDFFF]/.test(units[index] ?? '') ? index - 1 : index;
  };
  for (const odd of [
    () => text.insertEmbed(place(), { image: 'x' }),
    () => text.insertEmbed(place(), new Y.Array()),
    () => text.insertEmbed(place(), new Y.Map([['id', 'n0']])),
    () => text.insertEmbed(place(), new Y.Map([['id', 7]])),
    () => text.insertEmbed(place(), new Y.Map([['id', 'implicit']])),
    () => text.insert(place(), '\n', { bold: 'yes', colour: 'red' }),
    () => text.format(0, place(), { link: 'javascript:alert(1)' }),
  ])
    if (random.chance(0.5)) odd();
}

function pickAct(acts: readonly Act[], random: Random): Act {
  let left = random.below(acts.reduce((sum, { weight }) => sum + weight, 0));
  for (const act of acts) {
    left -= act.weight;
    if (left < 0) return act;
  }
  throw new Error('no act');
}

/** What stands for newlines and unknown embeds is no character that anybody typed. */
const charactersShown = (host: Host): string[] => [...host.state.doc.textContent.replace(/[ \uFFFC]/g, '')];

const countsOf = (characters: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

/** Lets somebody act, and checks that the text lost and gained what the editor lost and gained, no more. */
function perform({ host, doc }: Peer, act: Act, random: Random, supply: Supply, ledger: Ledger): void {
  const before = countsOf(charactersShown(host));
  ledger.take(doc);
  act.run(host, random, supply);
  if (act.repeats === true) return;
  const after = countsOf(charactersShown(host));
  const taken = ledger.take(doc);
  const [removed, inserted] = [countsOf(taken.removed), countsOf(taken.inserted)];
  for (const character of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(character) ?? 0, after.get(character) ?? 0];
    const [gone, come] = [removed.get(character) ?? 0, inserted.get(character) ?? 0];
    if (gone !== Math.max(0, was - is) || come !== Math.max(0, is - was))
      throw new Broken(
        `${act.name}: ${character} stood ${was}, now ${is} times; removed ${gone}, came ${come}`,
      );
  }
}

/** Others must not carry the caret off: it stays behind the character on its left. */
function receive({ doc, text, host }: Peer, deliver: () => void): void {
  const { selection, storedMarks } = host.state;
  const caret = selection instanceof TextSelection && selection.empty;
  const relative = toRelativeSelection(text, host.state.doc, selection);
  let transactions = 0;
  const count = (): void => {
    transactions += 1;
  };
  doc.on('beforeTransaction', count);
  deliver();
  doc.off('beforeTransaction', count);
  if (!caret) return;
  const wanted = fromRelativeSelection(text, host.state.doc, relative);
  // Over several transactions the character on the left may go, and another take its part.
  if (transactions === 1 && wanted !== null && host.state.selection.head !== wanted.head)
    throw new Broken(`the caret belongs at ${wanted.head}, and stands at ${host.state.selection.head}`);
  if (storedMarks !== null && host.state.storedMarks === null)
    throw new Broken('the mark chosen for what comes is gone');
}

function check({ text, host }: Peer): void {
  const found = difference(text, host.state.doc);
  if (found !== null) throw new Broken(`the editor does not show the text: ${found}`);
  host.state.doc.check();
}

function checkEqual(peers: readonly Peer[]): void {
  const [first, ...others] = peers.map(({ host }) => JSON.stringify(shownByEditor(host.state.doc)));
  if (others.some((shown) => shown !== first)) throw new Broken('peers differ when all is delivered');
}

function checkCharacters({ host }: Peer, ledger: Ledger): void {
  const counts = countsOf(charactersShown(host));
  for (const [character, fate] of ledger.fates) {
    const count = counts.get(character) ?? 0;
    const [least, most] = ledger.bounds(fate);
    if (count < least || count > most)
      throw new Broken(`${character} stands ${count} times (${JSON.stringify(fate)})`);
    counts.delete(character);
  }
  if (counts.size > 0) throw new Broken(`nobody typed ${[...counts.keys()].join('')}`);
}
