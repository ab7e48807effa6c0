import type { OtherText, Target } from '../../shared/anchor/chain.ts';
import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { carryDocument, type Places } from '../../shared/domain/carriage.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../shared/model/paragraph.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';

/** No anchor names the version that is being made from a file: none may take this name for its own text. */
const UNPUBLISHED = '' as VersionId;

/**
 * Where every comment and proposal will stand in a text that is about to be published. Texts are compared here, before
 * the transaction; the answer carries once more inside it only if the register has grown meanwhile. `live`: the
 * clone of the working text whose paragraphs these are; null for a file.
 */
export async function prepareCarriage(
  { store, workingTexts }: CommandContext,
  documentId: DocumentId,
  paragraphs: readonly Paragraph[],
  live: LiveText | null,
): Promise<(rows: Rows) => Promise<Places>> {
  const target: Target =
    live === null
      ? { name: UNPUBLISHED, text: indexText(paragraphs.map(toText)), live: null }
      : { name: 'working', text: live, live };
  const working = async (): Promise<OtherText> => {
    const copy = await workingTexts.clone(documentId);
    const text = indexLive(copy.getText(TEXT_NAME));
    return { text, live: text };
  };
  const carry = (rows: Rows): Promise<Places> => carryDocument(rows, documentId, target, working);
  const head = await store.rows.register.head(documentId);
  const places = await carry(store.rows);
  return async (rows) => ((await rows.register.head(documentId)) === head ? places : await carry(rows));
}

const toText = ({ id, from, runs }: Paragraph) => ({ id, from, label: '', text: plainText(runs) });
