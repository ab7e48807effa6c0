import type { OtherText, Target } from '../../shared/anchor/chain.ts';
import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { carryRegister, type Places } from '../../shared/domain/carriage.ts';
import type { AnchoredText } from '../../shared/model/anchor.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../shared/model/paragraph.ts';
import { atOnce, type TakeSteps } from '../../shared/model/steps.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { Rows } from '../ports/rows.ts';
import { giveWay, inSteps } from '../steps/in-steps.ts';
import { createCarriedRows, type Fresh, readFresh } from './carried-rows.ts';
import type { CommandContext } from './context.ts';
import type { KnownRows } from './surroundings.ts';

/** No anchor names the version that is being made from a file: none may take this name for its own text. */
const UNPUBLISHED = '' as VersionId;

/**
 * Where every comment and proposal will stand in a text that is about to be published. All that is long is done here,
 * before the transaction, in steps; the answer looks inside it at what the register has taken in since, and carries that.
 * `live`: the clone of the working text whose paragraphs these are; null for a file.
 */
export async function prepareCarriage(
  { store, workingTexts, comparisons }: CommandContext,
  documentId: DocumentId,
  paragraphs: readonly Paragraph[],
  live: LiveText | null,
): Promise<(rows: Rows) => Promise<{ readonly places: Places; readonly known: KnownRows }>> {
  const target: Target =
    live === null
      ? { name: UNPUBLISHED, text: indexText(paragraphs.map(toText)), live: null }
      : { name: 'working', text: live, live };
  const texts = new Map<AnchoredText, OtherText | null>();
  const load = async (rows: Rows, name: AnchoredText): Promise<OtherText | null> => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text =
      name === 'working'
        ? await workingText()
        : await comparedVersion(rows, comparisons, documentId, name, target);
    texts.set(name, text);
    return text;
  };
  const workingText = async (): Promise<OtherText> => {
    const copy = await workingTexts.clone(documentId);
    const text = indexLive(copy.getText(TEXT_NAME));
    return { text, live: text };
  };

  const carried = createCarriedRows();
  const comments = new Map<string, Places['comments'][number]>();
  const proposals = new Map<string, Places['proposals'][number]>();
  const carry = async (rows: Rows, fresh: Fresh, take: TakeSteps): Promise<void> => {
    for (const { id } of fresh.comments) comments.delete(id);
    for (const { id } of fresh.proposals) proposals.delete(id);
    const versions = await rows.versions.ofDocument(documentId);
    const order = [...versions].sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id);
    const carriages = order.flatMap((id) => carried.carriages.get(id) ?? []);
    const places = await carryRegister(
      { ...fresh, carriages },
      target,
      order,
      (name) => load(rows, name),
      take,
    );
    for (const place of places.comments) comments.set(place.id, place);
    for (const place of places.proposals) proposals.set(place.id, place);
  };

  for (;;) {
    const fresh = await readFresh(store.rows, documentId, carried, giveWay);
    if (fresh === null) break;
    await carry(store.rows, fresh, inSteps);
    await giveWay();
  }
  return async (rows) => {
    const fresh = await readFresh(rows, documentId, carried);
    if (fresh !== null) await carry(rows, fresh, atOnce);
    const places = { comments: [...comments.values()], proposals: [...proposals.values()] };
    return { places, known: carried };
  };
}

async function comparedVersion(
  rows: Rows,
  comparisons: Comparisons,
  documentId: DocumentId,
  name: VersionId,
  target: Target,
): Promise<OtherText | null> {
  const version = await rows.versions.find(documentId, name);
  if (version === null) return null;
  const compared = await comparisons.compare(version.paragraphs, target.text.paragraphs);
  return { text: indexText(version.paragraphs), live: null, compared };
}

const toText = ({ id, from, runs }: Paragraph) => ({ id, from, label: '', text: plainText(runs) });
