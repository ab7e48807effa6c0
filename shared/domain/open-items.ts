import type { Place } from '../model/anchor.ts';
import type { AgreementStatus, InputSubject } from '../model/disposition.ts';
import type { CommentId, DelegationId, GroupId, IsoTime, ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { atOnce, mapInSteps, type Steps } from '../model/steps.ts';
import {
  awaitsAnswer,
  type Input,
  type InputKind,
  type InputRows,
  inputsOfSteps,
  isUndecided,
  type RegisterRows,
} from './input.ts';
import { changedSince } from './status.ts';

/** An input that has no disposition, and where it would stand in the text to be published. */
export interface OpenInput {
  readonly id: string;
  readonly on: InputSubject;
  readonly kind: InputKind;
  readonly delegationId: DelegationId;
  readonly onBehalfOf: GroupId | null;
  /** Names of those whom `delegationId` entered it for; null where it wrote it itself. */
  readonly from: readonly string[] | null;
  /** Beginning of its words; of a proposal, of its rationale. */
  readonly text: string;
  /** The number of its paragraph when it was written. */
  readonly label: string;
  /** Null: it stands on a proposal, and goes with that. */
  readonly place: Place | null;
  /** The number its paragraph would have; empty for an orphan and for the whole text. */
  readonly placeLabel: string;
}

/** A paragraph whose status is not open. */
export interface OpenStatus {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly status: AgreementStatus;
  readonly date: IsoTime;
  readonly changedSince: boolean;
}

/** What is open when a version is about to be published. Nothing of it hinders publication; it is shown. */
export interface OpenItems {
  readonly inputs: readonly OpenInput[];
  /** Questions that whoever asked has not called answered: ids of comments. */
  readonly questions: readonly CommentId[];
  /** Dispositions whose contest the facilitators have not answered. */
  readonly contests: readonly string[];
  readonly statuses: readonly OpenStatus[];
  readonly counts: {
    readonly comments: number;
    readonly proposals: number;
    readonly questions: number;
    readonly contests: number;
    /** Paragraphs of the text by status. */
    readonly statuses: Readonly<Record<AgreementStatus, number>>;
    /** Paragraphs with a status whose words changed since. */
    readonly changedSince: number;
    /** Inputs without decision that lost their place. */
    readonly orphans: number;
  };
}

/** Characters of an input's words in the list. */
const BEGINNING = 200;

export const openItems = (...facts: Parameters<typeof openItemsSteps>): OpenItems =>
  atOnce(openItemsSteps(...facts));

/** The same, an input a step. */
export function* openItemsSteps(
  rows: InputRows & RegisterRows<'status'>,
  paragraphs: readonly LabelledParagraph[],
  places: ReadonlyMap<string, Place>,
): Steps<OpenItems> {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label]));
  const inputs = yield* inputsOfSteps(rows);
  const open = yield* mapInSteps(inputs.filter(isUndecided), (input) => openInput(input, places, labels));
  const questions = [...rows.comment.values()]
    .filter(
      ({ kind, visibility, withdrawnAt, settledAt }) =>
        kind === 'question' && visibility === 'public' && withdrawnAt === null && settledAt === null,
    )
    .map(({ id }) => id);
  const contests = inputs.filter(awaitsAnswer).map(({ id }) => id);
  const statuses = paragraphs.flatMap(({ id, label, text }): OpenStatus[] => {
    const row = rows.status.get(id);
    if (row === undefined || row.status === 'open') return [];
    return [
      { paragraph: id, label, status: row.status, date: row.by.at, changedSince: changedSince(row, text) },
    ];
  });
  const count = (wanted: AgreementStatus): number =>
    statuses.filter(({ status }) => status === wanted).length;
  const proposals = open.filter(({ kind }) => kind === 'proposal').length;
  return {
    inputs: open,
    questions,
    contests,
    statuses,
    counts: {
      comments: open.length - proposals,
      proposals,
      questions: questions.length,
      contests: contests.length,
      statuses: {
        open: paragraphs.length - statuses.length,
        'suggested-for-closure': count('suggested-for-closure'),
        'agreed-ad-referendum': count('agreed-ad-referendum'),
        agreed: count('agreed'),
      },
      changedSince: statuses.filter((status) => status.changedSince).length,
      orphans: open.filter(({ place }) => place?.resolution === 'orphan').length,
    },
  };
}

function openInput(
  { id, on, kind, by, from, text, label, comment, proposal }: Input,
  places: ReadonlyMap<string, Place>,
  labels: ReadonlyMap<ParagraphId, string>,
): OpenInput {
  const place = places.get(comment?.id ?? proposal?.id ?? '') ?? null;
  return {
    id,
    on,
    kind,
    delegationId: by.delegationId,
    onBehalfOf: by.onBehalfOf,
    from: from?.map(({ name }) => name) ?? null,
    text: text.slice(0, BEGINNING),
    label,
    place,
    placeLabel: place?.paragraph == null ? '' : (labels.get(place.paragraph) ?? ''),
  };
}
