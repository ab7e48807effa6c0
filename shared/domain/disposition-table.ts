import { dispositionId } from '../model/disposition.ts';
import type { DispositionLine, DispositionSection, DispositionTable } from '../model/disposition-table.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { Delegation } from '../model/participant.ts';
import { atOnce, mapInSteps, type Steps } from '../model/steps.ts';
import { citations } from '../text/citation.ts';
import { type Input, type InputRows, inputsOfSteps, type RegisterRows } from './input.ts';
import { groupInputs } from './input-order.ts';
import { proposedWording } from './proposed-wording.ts';

/** What the table is made of: the register as its reader may see it, and the text whose numbers it uses. */
export interface TableSource {
  readonly rows: InputRows & RegisterRows<'group'>;
  readonly delegations: ReadonlyMap<string, Delegation>;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** Characters of a paragraph that head its section. */
const BEGINNING = 160;

/** The earliest `most` inputs with what became of them, general comments first, then by paragraph in the order of the text. */
export const dispositionTable = (source: TableSource, most: number): DispositionTable =>
  atOnce(dispositionTableSteps(source, most));

/** The same, an input or a paragraph a step. */
export function* dispositionTableSteps(source: TableSource, most: number): Steps<DispositionTable> {
  const all = yield* inputsOfSteps(source.rows);
  const shown = all.slice(0, most);
  return { sections: yield* tableSectionsSteps(shown, source), leftOut: all.length - shown.length };
}

/** Given inputs with what became of them, by paragraph: one a step. */
export function* tableSectionsSteps(
  inputs: readonly Input[],
  source: TableSource,
): Steps<readonly DispositionSection[]> {
  const { paragraphs } = source;
  const cited = citations(paragraphs);
  const words = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const groups = groupInputs(inputs, paragraphs);
  return yield* mapInSteps(groups, ({ paragraph, label, gone, inputs: own }) => {
    const text = paragraph === null ? '' : (words.get(paragraph) ?? '');
    return {
      paragraph,
      label: (paragraph === null ? '' : cited.get(paragraph)) ?? label,
      words: text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text,
      gone,
      lines: own.map((input) => lineOf(input, source, cited, gone)),
    };
  });
}

function lineOf(
  input: Input,
  { rows, delegations }: TableSource,
  cited: ReadonlyMap<ParagraphId, string>,
  gone: boolean,
): DispositionLine {
  const { by, from: others, senders, disposition, proposal } = input;
  const writer = delegations.get(by.delegationId);
  // Of a joint submission no one constituency is said.
  const [sender] = (others?.length ?? 1) === 1 ? senders : [];
  const from = sender === undefined ? undefined : delegations.get(sender);
  const labelOf = (paragraph: ParagraphId): string => cited.get(paragraph) ?? '';
  return {
    id: input.id,
    paragraph: input.paragraph,
    label: (input.paragraph === null ? '' : labelOf(input.paragraph)) || (gone ? input.label : ''),
    gone,
    delegation: others === null ? (writer?.name ?? '') : others.map(({ name }) => name).join('; '),
    enteredBy: others === null ? '' : (writer?.name ?? ''),
    onBehalfOf: by.onBehalfOf === null ? '' : (rows.group.get(by.onBehalfOf)?.name ?? ''),
    constituency: from?.constituency ?? null,
    region: from?.region ?? null,
    kind: input.kind,
    at: by.at,
    text: input.text,
    wording: proposal === null ? '' : proposedWording(proposal, labelOf),
    withdrawn: input.withdrawn,
    decision: disposition?.decision ?? null,
    reason: disposition?.reason ?? '',
    summary: disposition?.summary ?? '',
    ledTo: (disposition?.ledTo ?? []).map((paragraph) => labelOf(paragraph) || 'a paragraph without number'),
    duplicateOf: disposition?.duplicateOf == null ? '' : dispositionId(disposition.duplicateOf),
    reaction:
      disposition?.reaction == null
        ? null
        : { satisfied: disposition.reaction.satisfied, reason: disposition.reaction.reason },
    contests: (disposition?.contests ?? []).map(({ text, answer }) => ({
      text,
      answer: answer?.text ?? null,
    })),
  };
}
