import type { SubmissionRequest } from '../../../../shared/api/submission.ts';
import { suggestDelegation } from '../../../../shared/domain/speaker.ts';
import { submissionText } from '../../../../shared/domain/submission.ts';
import type { DelegationId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { Confidence, DoubtCode } from '../../../../shared/notes/doubt.ts';
import type { Questionnaire } from '../../../../shared/notes/read-questionnaire.ts';
import type { CheckContext } from '../import/checked.ts';

/** A part of an answer that can be decided on singly. Offsets in the answer. */
export interface PartDraft {
  readonly start: number;
  readonly end: number;
  readonly topic: string | null;
  readonly paragraph: ParagraphId | null;
}

export interface AnswerDraft {
  readonly key: string;
  readonly number: number;
  readonly question: string;
  readonly section: string;
  readonly text: string;
  readonly parts: readonly PartDraft[];
  /** Whether its parts are decided on singly; else it is one item, about `paragraph`. */
  readonly isSplit: boolean;
  readonly paragraph: ParagraphId | null;
  readonly isIn: boolean;
  readonly doubts: readonly DoubtCode[];
  readonly confidence: Confidence;
  readonly span: { readonly start: number; readonly end: number };
}

/** A submission while it is checked. `from` holds one name a line; `takenFor` what each is taken for. */
export interface SubmissionDraft {
  readonly from: string;
  readonly takenFor: Readonly<Record<string, DelegationId | null>>;
  readonly title: string;
  readonly answers: readonly AnswerDraft[];
}

/** What was read, to be checked. The parts that an answer fell into are offered, not taken. */
export const submissionDraft = (
  { submitters, answers }: Questionnaire,
  { newKey }: CheckContext,
): SubmissionDraft => ({
  from: submitters.map(({ name }) => name).join('\n'),
  takenFor: {},
  title: '',
  answers: answers.map(({ number, question, section, text, items, doubts, confidence, start, end }) => ({
    key: newKey(),
    number,
    question,
    section,
    text,
    parts: items.map((item) => ({ start: item.start, end: item.end, topic: item.topic, paragraph: null })),
    isSplit: false,
    paragraph: null,
    isIn: true,
    doubts: [...new Set(doubts.map(({ code }) => code))],
    confidence,
    span: { start, end },
  })),
});

/** An answer whose words were changed: where it fell into parts is not known any more. */
export const withWords = (answer: AnswerDraft, text: string): AnswerDraft => ({
  ...answer,
  text,
  parts: [],
  isSplit: false,
});

export const sendersIn = ({ from }: SubmissionDraft): string[] =>
  from
    .split('\n')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');

/** The delegation a name is taken for: what was chosen, else what fits by name. */
export function takenFor(
  draft: SubmissionDraft,
  name: string,
  delegations: CheckContext['delegations'],
): DelegationId | null {
  const chosen = draft.takenFor[name];
  return chosen === undefined ? suggestDelegation(name, delegations) : chosen;
}

/** What is sent. */
export function submissionRequest(
  draft: SubmissionDraft,
  text: SubmissionRequest['text'],
  delegations: CheckContext['delegations'],
): SubmissionRequest {
  return {
    from: sendersIn(draft).map((name) => ({ name, delegationId: takenFor(draft, name, delegations) })),
    text,
    title: draft.title.trim(),
    answers: draft.answers
      .filter(({ isIn }) => isIn)
      .map(({ number, question, text: words, parts, isSplit, paragraph }) => {
        const said = words.trim();
        const whole = said === '' ? [] : [{ start: 0, end: said.length, paragraph }];
        return {
          number,
          question,
          text: said,
          parts:
            isSplit && words === said
              ? parts.map((part) => ({ start: part.start, end: part.end, paragraph: part.paragraph }))
              : whole,
        };
      }),
  };
}

/** How many characters and items the input will have. */
export function measureSubmission({ title = '', answers }: SubmissionRequest): {
  readonly length: number;
  readonly items: number;
} {
  const asked = answers.map((answer) => ({
    ...answer,
    parts: (answer.parts ?? []).map((part) => ({ ...part, paragraph: part.paragraph ?? null })),
  }));
  const { text, items } = submissionText({ title, answers: asked });
  return { length: text.length, items: items.length };
}
